/// 2016年工作要点 · The plan of 2016 as it ships: seventeen items and the targets they set. The population is each
/// county's own and is filled in where it is loaded.
package enum Plan2016 {
  package static let yaml = """
    # 全县法律援助工作要点（2016年） · The county's legal aid work plan of 2016
    year: 2016
    # population: {base: registered, persons: 812345, asOf: 2015-12-31, source: 县公安局}
    # townshipPopulation: {城关镇: 203000, 河东镇: 95000}
    # lastYear: {accepted: 1102, source: 2015年统计表}
    targets: {K1: 12, K2: 19, K3: 55, K4: 35, K5: 5}
    items:
      - number: 1
        title: 扩大法律援助覆盖面
        owner: 县司法局
        measures: []
      - number: 2
        title: 推进政府购买法律援助服务
        owner: 县司法局
        measures: []
      - number: 3
        title: 保持办案数量稳步增长
        owner: 县法律援助中心
        measures: [K0, K1]
      - number: 4
        title: 优化案件结构
        owner: 县法律援助中心
        measures: [K2, K3, K4]
      - number: 5
        title: 加强办案质量监督
        owner: 案件质量监督人员
        measures: [K5, K7]
      - number: 6
        title: 加强刑事法律援助工作
        owner: 县法律援助中心
        measures: [K8, K9, K10]
      - number: 7
        title: 做好特殊群体法律援助工作
        owner: 县法律援助中心
        measures: []
      - number: 8
        title: 做好军人军属法律援助工作
        owner: 县司法局
        measures: []
      - number: 9
        title: 加强便民窗口和工作站建设
        owner: 县司法局
        measures: []
      - number: 10
        title: 深化信息化应用
        owner: 县法律援助中心
        measures: [K11, K12]
      - number: 11
        title: 发挥12348法律服务热线作用
        owner: 县法律援助中心
        measures: [K14]
      - number: 12
        title: 加强案件质量管理
        owner: 县法律援助中心
        measures: [K6, K15]
      - number: 13
        title: 规范投诉处理
        owner: 县司法局
        measures: [K13, K14]
      - number: 14
        title: 加强法律援助队伍建设
        owner: 县司法局
        measures: []
      - number: 15
        title: 实施业务培训计划
        owner: 县司法局
        measures: []
      - number: 16
        title: 加强信息调研工作
        owner: 县法律援助中心
        measures: []
      - number: 17
        title: 加强部门协作配合
        owner: 县司法局
        measures: []

    """
}
