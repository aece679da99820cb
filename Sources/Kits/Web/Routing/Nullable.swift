/// 可空值 · A value of an API's answer that is written as null where there is none, so that every answer has the same
/// fields, as its schema says.
@propertyWrapper
package struct Nullable<Value: Encodable & Sendable>: Encodable, Sendable {
  package var wrappedValue: Value?

  package init(wrappedValue: Value?) { self.wrappedValue = wrappedValue }

  package func encode(to encoder: any Encoder) throws {
    var one = encoder.singleValueContainer()
    try one.encode(wrappedValue)
  }
}
