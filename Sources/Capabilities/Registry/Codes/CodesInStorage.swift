import Storage

extension Sex: SQLConvertible {}
extension GroupCode: SQLConvertible {}
extension UndertakerKind: SQLConvertible {}
extension ServiceChannel: SQLConvertible {}
extension RecipientLanguage: SQLConvertible {}
