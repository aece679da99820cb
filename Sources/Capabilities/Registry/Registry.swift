package import Kernel
import Localization

/// 机构与人员 · Registry: counties, agencies, users with their roles, legal aid persons, persons.
package enum Registry {
  package static let capability = Capability(
    key: "registry", name: Text("机构与人员", "Agencies and people"), planItems: [14],
    migrations: RegistryMigration.all + [APITokenTable.migration],
    permissions: [
      .manageUsers, .manageAgencies, .viewAgencies, .mendJobs, .manageSecurity, .viewNumbers, .manageNumbers,
      .readAudit, .manageCalendar, .viewPersons, .protectPersons, .revealPersons, .mergePersons,
    ],
    panels: PersonPanel.sources + [MergePages.panel],
    workItems: [FailedJobs.workItem, FailedJobs.calendar], personalData: PersonData.sources,
    events: [
      "county.founded": Text("设立", "County set up"), "agency.added": Text("新增机构", "Agency added"),
      "agency.edited": Text("修改机构", "Agency edited"), "agency.closed": Text("停用机构", "Agency closed"),
      "agency.opened": Text("恢复机构", "Agency opened"),
      "legalAidPerson.added": Text("登记法律援助人员", "Legal aid person added"),
      "user.added": Text("新增用户", "User added"), "user.signedIn": Text("登录", "Signed in"),
      "user.signInFailed": Text("登录失败", "Sign-in failed"), "user.locked": Text("账号锁定", "Account locked"),
      "user.passwordChanged": Text("修改密码", "Password changed"),
      "user.passwordAccepted": Text("密码正确，等待验证码", "Password right, code awaited"),
      "user.sessionEnded": Text("强制退出登录", "Session ended"),
      "secondFactor.begun": Text("开始登记第二因素", "Second factor begun"),
      "secondFactor.enrolled": Text("登记第二因素", "Second factor set up"),
      "secondFactor.confirmed": Text("第二因素确认", "Second factor confirmed"),
      "secondFactor.failed": Text("验证码不正确", "Wrong one-time code"),
      "secondFactor.removed": Text("停用第二因素", "Second factor removed"),
      "user.renamed": Text("修改用户姓名", "User renamed"), "user.enabled": Text("启用账号", "Account opened"),
      "user.disabled": Text("停用账号", "Account closed"), "user.passwordReset": Text("重置密码", "Password reset"),
      "user.roleGranted": Text("授予岗位", "Role given"), "user.roleEnded": Text("结束岗位", "Role ended"),
      "legalAidPerson.edited": Text("修改法律援助人员资料", "Legal aid person edited"),
      "legalAidPerson.closed": Text("停用法律援助人员", "Legal aid person taken off the list"),
      "legalAidPerson.reopened": Text("恢复法律援助人员", "Legal aid person put back on the list"),
      "audit.exported": Text("导出审计日志", "Audit log exported"),
      "calendar.yearSet": Text("设定节假日安排", "Holidays of a year set"),
      "signInRules.set": Text("设定登录规则", "Sign-in rules set"),
      "legalAidPerson.leaveRecorded": Text("登记离岗", "Leave recorded"),
      "number.cancelled": Text("文号作废", "Number cancelled"),
      "number.templateSet": Text("修改编号规则", "Number template changed"),
      "person.protectionChanged": Text("变更保护标记", "Protection flags changed"),
      "person.merged": Text("合并人员档案", "Persons merged"),
      "person.mergeUndone": Text("撤销合并", "Merge undone"),
      "person.revealed": Text("查看完整信息", "Whole data seen"),
      "token.issued": Text("签发接口令牌", "API token issued"), "token.revoked": Text("吊销接口令牌", "API token revoked"),
      "keys.renewed": Text("更换密钥", "Keys renewed"),
      "jobs.retried": Text("重试后台任务", "Jobs run again"),
      "action.refused": Text("操作被拒绝", "Attempt refused"),
    ])
}
