import Foundation
import Kernel
import Localization
import Paper
import Papers
import Registry
import Storage
package import WorkCalendar

/// 自检 · Doctor: what is wrong with an installation, and the mend. It changes nothing and migrates nothing, and goes on
/// after a fault as far as it can.
package struct Doctor: Sendable {
  private let settings: Settings
  private let clock: WallClock
  private let directory: DataDirectory

  package init(_ settings: Settings, clock: WallClock = .system) throws {
    self.settings = settings
    self.clock = clock
    let place = try settings.directory()
    directory = DataDirectory(root: place.root, keys: place.keys)
  }

  package func examine() async -> [Finding] {
    let (keys, ring) = keyRing()
    var findings = [keys, permissions(), disk(), fonts()]
    do {
      let database = try await openDatabase(url: settings.database, create: false)
      findings += await records(database, ring)
      await database.close()
    } catch {
      findings.append(
        .fault(
          "database", Text("数据库打不开：\(error)", "The database does not open: \(error)"),
          Text("检查 --database 的地址，确认数据库在运行。", "Check the address of --database and that the database is there.")))
    }
    return findings
  }

  // MARK: The machine

  private func keyRing() -> (Finding, KeyRing?) {
    do {
      let ring = try KeyRing.load(from: directory.keys)
      return (.fine("keys", Text("密钥可以读取", "The keys can be read")), ring)
    } catch {
      let mend = Text(
        "把办公室的密钥文件放回 \(directory.keys)，权限0600。",
        "Put the office's key files back into \(directory.keys), mode 0600.")
      return (.fault("keys", Text("密钥不能使用：\(error)", "The keys cannot be used: \(error)"), mend), nil)
    }
  }

  /// Key files are the owner's alone; the folders can be written.
  private func permissions() -> Finding {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory.keys)) ?? []
    let open = names.sorted().filter { name in
      let attributes = try? FileManager.default.attributesOfItem(atPath: "\(directory.keys)/\(name)")
      return ((attributes?[.posixPermissions] as? NSNumber)?.intValue ?? 0) & 0o077 != 0
    }
    if !open.isEmpty {
      let files = open.map { "\(directory.keys)/\($0)" }.joined(separator: " ")
      return .fault(
        "permissions", Text("其他用户能读取密钥：\(files)", "Others can read keys: \(files)"), .same("chmod 600 \(files)"))
    }
    let closed = [directory.root, directory.files, directory.spool].filter {
      !FileManager.default.isWritableFile(atPath: $0)
    }
    guard closed.isEmpty else {
      return .fault(
        "permissions",
        Text("不能写入 \(closed.joined(separator: "、"))", "Cannot write \(closed.joined(separator: ", "))"),
        Text("把文件夹交给运行服务的用户。", "Give the folders to the user that runs the service."))
    }
    return .fine("permissions", Text("文件权限正确", "Permissions are right"))
  }

  private func disk() -> Finding {
    let attributes = try? FileManager.default.attributesOfFileSystem(forPath: directory.root)
    let free = ((attributes?[.systemFreeSize] as? NSNumber)?.int64Value ?? 0) >> 20
    let what = Text("磁盘剩余\(free) MiB", "\(free) MiB are free on the disk")
    let mend = Text("清理磁盘或者扩容；少于1 GiB时上传可能失败。", "Free or add space: below 1 GiB uploads may fail.")
    return free >= 1024
      ? .fine("disk", what) : free >= 100 ? .warning("disk", what, mend) : .fault("disk", what, mend)
  }

  /// The software's holidays and those an office entered itself; from November on next year's are looked for too.
  private func calendar(_ reader: any Reader) throws -> Finding {
    let today = clock.today
    let years = [today.year] + (today.month >= 11 ? [today.year + 1] : [])
    let calendars = try CountyTable.all(reader).map {
      try CalendarTable.calendar(of: $0.id, over: .official, reader)
    }
    let missing = years.filter { year in calendars.contains { !$0.isKnown(year: year) } }.map(String.init)
    guard let first = missing.first else { return .fine("calendar", Text("节假日数据齐全", "Holidays are known")) }
    return .warning(
      "calendar",
      Text(
        "缺少\(missing.joined(separator: "、"))年节假日，期限暂按周末计算", "No holidays for \(first): clocks count weekends only"),
      Text("更新软件，或者由系统管理员在“节假日”页录入。", "Update the software, or enter the holidays at /holidays."))
  }

  private func fonts() -> Finding {
    let family = PaperFont.family
    return PaperFont.isInstalled
      ? .fine("fonts", Text("文书字体\(family)已安装", "The papers’ font \(family) is installed"))
      : .fault(
        "fonts", Text("缺少文书字体\(family)", "The papers’ font \(family) is missing"),
        .same("apt-get install fonts-noto-cjk"))
  }

  // MARK: The records

  private func records(_ database: any Database, _ ring: KeyRing?) async -> [Finding] {
    do {
      if let damage = try await database.damage() {
        return [
          .fault(
            "database", Text("数据库文件已损坏：\(damage)", "The database file is damaged: \(damage)"),
            Text(
              "停止使用，保留这个文件，从最近完好的备份恢复（`legalaid restore`）。",
              "Stop using it, keep the file, and restore the newest good backup (`legalaid restore`)."))
        ]
      }
      let pending = try await Migrator(Office.migrations).pending(in: database)
      guard pending.isEmpty else {
        return [
          .warning(
            "migrations", Text("有\(pending.count)项数据库升级未执行", "\(pending.count) migrations are pending"),
            Text("启动 `legalaid serve` 时自动执行；先做备份。", "`legalaid serve` applies them; make a backup first."))
        ]
      }
      let now = clock.now()
      return try await database.read { reader in
        [
          .fine("migrations", Text("数据库结构是最新的", "The schema is up to date")), try jobs(reader),
          try clockStands(now, reader), try calendar(reader), try chain(reader), try keysFit(ring, reader),
          try sealKeys(reader), try certificates(reader), try search(reader),
          try totals(reader),
        ]
      }
    } catch let problem as Migrator.Problem {
      let trouble = Trouble(problem)
      let what = trouble?.title ?? .same("\(problem)")
      return [.fault("migrations", what, trouble?.message ?? what)]
    } catch {
      return [
        .fault(
          "database", Text("数据库不能读取：\(error)", "The database cannot be read: \(error)"),
          Text("从备份恢复，或者请教管理员。", "Restore a backup, or ask the administrator."))
      ]
    }
  }

  private func jobs(_ reader: any Reader) throws -> Finding {
    let failed = try DoctorTable.failedJobs(reader)
    guard failed > 0 else { return .fine("jobs", Text("没有失败的后台任务", "No background job has failed")) }
    return .warning(
      "jobs", Text("有\(failed)项后台任务失败", "\(failed) background jobs have failed"),
      Text("系统管理员在“失败的后台任务”页查看原因后重试。", "The system administrator sees why at /jobs and runs them again."))
  }

  private func clockStands(_ now: Instant, _ reader: any Reader) throws -> Finding {
    guard let newest = try DoctorTable.newestEvent(reader), newest > now.adding(minutes: WallClock.patience)
    else {
      return .fine("clock", Text("时钟没有落后", "The clock is not behind"))
    }
    return .fault(
      "clock", Text("时钟落后：最近的记录在将来（\(newest)）", "The clock is behind: the newest record is of \(newest)"),
      Text(
        "校准本机时间；如果本机时间是对的，说明以前的时钟快了，运行 `legalaid clock accept`。在此之前不能办理任何事项。",
        "Set this machine's time; where it is right, an earlier clock stood ahead: run `legalaid clock accept`. Nothing can be recorded before that."
      ))
  }

  private func chain(_ reader: any Reader) throws -> Finding {
    let broken = try DoctorTable.brokenChains(reader)
    guard broken.isEmpty else {
      return .fault(
        "chain",
        Text(
          "事件链的末端不符：\(broken.joined(separator: "、"))",
          "The chain's end does not hold: \(broken.joined(separator: ", "))"),
        Text("运行 `legalaid verify` 查明，不要继续使用。", "Run `legalaid verify` to see where; stop using it."))
    }
    return .fine("chain", Text("事件链末端与检查点一致", "The chain's end agrees with its checkpoint"))
  }

  private func keysFit(_ ring: KeyRing?, _ reader: any Reader) throws -> Finding {
    guard let ring, let (value, place) = try reader.anySealed() else {
      return .fine("keys.fit", Text("没有需要核对的加密数据", "Nothing encrypted to try"))
    }
    guard (try? ring.open(value, as: place)) != nil else {
      return .fault(
        "keys.fit", Text("密钥打不开本办公室的数据", "The keys do not open this office's data"),
        Text("这些是别处的密钥，请放回原来的密钥。", "They are another office's: put the right ones back."))
    }
    return .fine("keys.fit", Text("密钥能打开数据", "The keys open the data"))
  }

  private func search(_ reader: any Reader) throws -> Finding {
    let missing = try DoctorTable.unindexed(Capabilities.all.flatMap(\.search), reader)
    guard missing > 0 else { return .fine("search", Text("检索索引完整", "The search index is whole")) }
    return .warning(
      "search", Text("检索索引缺少或者多出\(missing)条记录", "The search index is out by \(missing) records"),
      Text("运行 `legalaid rebuild search`。", "Run `legalaid rebuild search`."))
  }

  private func totals(_ reader: any Reader) throws -> Finding {
    let sources = Capabilities.all.flatMap(\.facts)
    let faults = try CountyTable.all(reader).map { try Totals.faults($0.id, sources, reader) ?? 0 }.reduce(0, +)
    guard faults > 0 else {
      return .fine("totals", Text("指标的分月合计与记录一致", "The indicators' totals agree with the records"))
    }
    return .warning(
      "totals", Text("指标的分月合计有\(faults)处与记录不符", "\(faults) of the indicators' totals differ from the records"),
      Text("运行 `legalaid rebuild totals`。", "Run `legalaid rebuild totals`."))
  }

  private func sealKeys(_ reader: any Reader) throws -> Finding {
    let missing = try DoctorTable.seals(reader).map { "\(directory.keys)/seal-\($0).key" }.filter {
      !FileManager.default.isReadableFile(atPath: $0)
    }
    guard missing.isEmpty else {
      let files = missing.joined(separator: " ")
      return .fault(
        "seals", Text("缺少印章私钥：\(files)", "Private keys of seals are missing: \(files)"),
        Text("从密钥备份中恢复。", "Restore them from the backup of the keys."))
    }
    return .fine("seals", Text("印章私钥齐全", "Every seal has its key"))
  }

  /// Thirty days ahead: a renewal takes its time at the certification authority.
  private func certificates(_ reader: any Reader) throws -> Finding {
    let today = clock.today
    let ends = try DoctorTable.certificateEnds(reader).filter {
      $0.end <= today.adding(days: SealCertificate.warningDays)
    }
    guard let first = ends.first else {
      return .fine("certificates", Text("印章证书都在有效期内", "The seals' certificates are valid"))
    }
    let (seal, day) = (first.seal, first.end)
    let mend = Text(
      "由印章保管人在“印章证书”页上传换发的证书；自建证书到期的，登记新的印章。",
      "The seal's keeper uploads the renewed one at its certificate page; for the office's own, register a new seal."
    )
    return day < today
      ? .fault(
        "certificates",
        Text(
          "“\(seal)”的证书已于\(Format.day(day, .zh))过期", "The certificate of \(seal) ran out on \(Format.day(day, .en))"
        ),
        mend)
      : .warning(
        "certificates",
        Text(
          "“\(seal)”的证书将于\(Format.day(day, .zh))过期",
          "The certificate of \(seal) runs out on \(Format.day(day, .en))"),
        mend)
  }
}
