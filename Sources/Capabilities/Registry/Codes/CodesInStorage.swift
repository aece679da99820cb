import Storage

extension Sex: SQLConvertible {}
extension GroupCode: SQLConvertible {}
extension UndertakerKind: SQLConvertible {}
