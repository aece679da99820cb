/// 2016年地方规则包 · The local pack of 2016 as it ships: what the year's plan and the provincial document on military
/// families add. It ends with the plan's year.
package enum PackJS2016 {
  package static let yaml = """
    pack:
      name: JS-2016
      document: 市政府办公厅关于进一步做好法律援助工作的通知、苏政发〔2015〕5号
      from: 2016-01-01
      to: 2016-12-31
    groups: [servicePerson, militaryFamily, militarySurvivor, familyPlanningHardship]
    exemptions:
      - {key: X15, groups: [servicePerson, militaryFamily, militarySurvivor], proof: 军人证件、团级以上单位证明或者遗属证明}
      - {key: X19, groups: [familyPlanningHardship], proof: 计划生育特别扶助证}
      - {key: X20, groups: [servicePerson, militaryFamily, militarySurvivor], proof: 军人证件、团级以上单位证明或者遗属证明}
      - {key: X21, matters: [M14], proof: 生效裁判文书}
    """
}
