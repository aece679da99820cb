import Kernel
import Localization
import Registry
import Storage
import Web

/// 群体名单路由 · The routes of a group's list.
enum GroupRoutes {
  static let all = [list] + joining + leaving

  private static let list = Route.list(
    PathPattern(ApplicationPaths.list + "/{id}/group"), .viewApplication, GroupPages.title
  ) { request in
    GroupPages.list(request, try await .load(request))
  }

  private static let joining = Route.form(
    PathPattern(ApplicationPaths.list + "/{id}/group/new"), .registerApplication, GroupPages.joinTitle,
    page: { request, state in
      GroupPages.join(request, state, try await .load(request), try await request.frame())
    },
    submit: { request in
      let id: ApplicationID = try request.id()
      let known = try await GroupPages.Known.load(request)
      let (rules, packs) = (known.view.application.ruleSet, known.packs)
      let told = try request.read { form in
        let list = form.file("list", GroupFields.list.label, [.zip, .text, .office, .unknown])
        return list.map { GroupList.read($0, &form, rules, packs, request.today) }
          ?? [GroupFields.read(&form, rules, packs, request.today)]
      }
      _ = try await request.run(AddGroupMembers(id, told))
      return GroupPages.path(id)
    })

  private static let leaving = Route.form(
    PathPattern(ApplicationPaths.list + "/{id}/group/leave"), .registerApplication, GroupPages.leaveTitle,
    page: { request, state in
      GroupPages.leave(request, state, try await .load(request), try await request.frame())
    },
    submit: { request in
      let id: ApplicationID = try request.id()
      let action = try request.read { form in
        let ids = form.fields.values("members").compactMap { ID<GroupMember>($0) }
        if ids.isEmpty {
          form.refuse(
            "field-missing", at: "members", Text("请选择移出的成员。", "Choose who leaves the list."))
        }
        return RemoveGroupMembers(
          id, ids,
          reason: form.requiredText("reason", GroupFields.reason.label, max: 500, isMultiline: true))
      }
      _ = try await request.run(action)
      return GroupPages.path(id)
    })
}
