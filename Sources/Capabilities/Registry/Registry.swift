package import Kernel
import Localization

/// 机构与人员 · Registry: counties, agencies, users with their roles, legal aid persons, persons.
package enum Registry {
  package static let capability = Capability(
    key: "registry", name: Text("机构与人员", "Agencies and people"), planItems: [14],
    migrations: RegistryMigration.all,
    permissions: [.manageUsers, .manageAgencies, .viewAgencies, .mendJobs],
    workItems: [FailedJobs.workItem, FailedJobs.calendar],
    events: [
      "county.founded": Text("设立", "County set up"), "agency.added": Text("新增机构", "Agency added"),
      "legalAidPerson.added": Text("登记法律援助人员", "Legal aid person added"),
      "user.added": Text("新增用户", "User added"), "user.signedIn": Text("登录", "Signed in"),
      "user.signInFailed": Text("登录失败", "Sign-in failed"), "user.locked": Text("账号锁定", "Account locked"),
      "user.passwordChanged": Text("修改密码", "Password changed"),
      "jobs.retried": Text("重试后台任务", "Jobs run again"),
      "action.refused": Text("操作被拒绝", "Attempt refused"),
    ])
}
