import Kernel
import Localization
import Registry
import WorkCalendar

/// 咨询中的个人信息 · What consultations hold about a person: those under his identity number, and those under his phone
/// and his name (a phone alone may be another's).
enum ConsultationData {
  static let source = PersonalDataSource(key: "consultations") { reader, keys, county, id in
    let person = try PersonTable.of(id, in: county, keys, reader)
    let found = try ConsultationTable.earlier(
      identityNumber: person.identityNumber ?? "", phone: person.phone ?? "", limit: 500, for: .system(county),
      keys,
      reader
    ).filter { it in
      let who = try it.consulter(keys)
      return who.identityNumber.map { $0 == person.identityNumber } ?? (who.name == person.name)
    }
    guard !found.isEmpty else { return nil }
    return PersonalData(
      Text("咨询", "Consultations"),
      columns: [
        Text("编号", "Number"), Text("接待时间", "Served"), Text("事由", "Cause"), Text("咨询内容", "Content of consultation"),
        Text("答复", "Answer"), Text("状态", "State"),
      ],
      rows: found.map { it in
        [
          .same(it.number), Text(Format.instant(it.servedAt, .zh), Format.instant(it.servedAt, .en)),
          .same(it.cause), .same(it.content), .same(it.answer?.text ?? ""), it.state.name,
        ]
      }, subjects: found.map { .consultation($0.id) })
  }
}
