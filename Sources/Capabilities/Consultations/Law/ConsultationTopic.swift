package import Localization
import Storage

/// 咨询事项 · Consultation topic: what a consultation is about, after the published reports of the hotline.
package enum ConsultationTopic: String, Sendable, Hashable, CaseIterable, Codable, SQLConvertible {
  case family, maintenance, labourPay, labourContract, workInjury, socialInsurance, contract, traffic, medical
  case personalInjury, housing, land, neighbours, consumer, procedure, criminal, administrative, stateCompensation
  case pension, goodSamaritan, otherLegal, notLegal

  package var name: Text {
    switch self {
    case .family: Text("婚姻家庭、继承", "Marriage, family, inheritance")
    case .maintenance: Text("赡养、抚养、扶养", "Maintenance")
    case .labourPay: Text("劳动报酬", "Labour pay")
    case .labourContract: Text("劳动合同、人事争议", "Labour contract or personnel dispute")
    case .workInjury: Text("工伤", "Work injury")
    case .socialInsurance: Text("社会保险、社会救助", "Social insurance and assistance")
    case .contract: Text("合同、借贷", "Contract or loan")
    case .traffic: Text("交通事故", "Traffic accident")
    case .medical: Text("医疗损害", "Medical damage")
    case .personalInjury: Text("人身损害", "Personal injury")
    case .housing: Text("房产、租赁、物业", "Housing")
    case .land: Text("土地承包、征收拆迁", "Land and expropriation")
    case .neighbours: Text("相邻关系", "Neighbours")
    case .consumer: Text("消费、产品、食品药品", "Consumer, product, food or drug")
    case .procedure: Text("诉讼、仲裁、执行程序", "Court, arbitration or enforcement procedure")
    case .criminal: Text("刑事", "Criminal")
    case .administrative: Text("行政处罚、行政复议", "Administrative penalty or reconsideration")
    case .stateCompensation: Text("国家赔偿", "State compensation")
    case .pension: Text("抚恤金、救济金", "Pensions and relief money")
    case .goodSamaritan: Text("见义勇为", "Good-Samaritan act")
    case .otherLegal: Text("其他法律问题", "Another legal matter")
    case .notLegal: Text("非法律事务", "Not a legal matter")
    }
  }
}
