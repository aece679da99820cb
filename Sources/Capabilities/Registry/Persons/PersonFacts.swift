import Kernel
package import Localization
package import Web
import WorkCalendar

extension Person {
  /// 人员要素 · What a page says of a person as usual: the numbers masked; what a flag masks is not there any more.
  package func facts(_ language: Language) -> [Fact] {
    var lines = [Fact(PersonalField.name.name, name)]
    if let identityNumber {
      lines.append(Fact(PersonalField.identityNumber.name, Format.mask(identityNumber: identityNumber)))
    }
    if let sex { lines.append(Fact(Text("性别", "Sex"), sex.name[language])) }
    if let birthOn { lines.append(Fact(PersonalField.birthDate.name, Format.day(birthOn, language))) }
    if let phone { lines.append(Fact(PersonalField.phone.name, Format.mask(phone: phone))) }
    if let address { lines.append(Fact(PersonalField.address.name, Format.mask(address: address))) }
    return lines
  }

  /// The fields whole, for whoever gave a reason; what is not known is left out.
  func whole(_ fields: [PersonalField], _ language: Language) -> [Fact] {
    fields.compactMap { field in
      let value: String? =
        switch field {
        case .name: name
        case .identityNumber: identityNumber
        case .birthDate: birthOn.map { Format.day($0, language) }
        case .phone: phone
        case .address: address
        }
      return value.map { Fact(field.name, $0) }
    }
  }
}
