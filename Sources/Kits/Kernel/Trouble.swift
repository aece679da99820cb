package import Localization
import Storage

/// 故障说明 · Trouble: what is wrong with the disk, the database or the keys, and what to do, in both languages.
package struct Trouble: Sendable, Hashable {
  package let title: Text
  package let message: Text

  package init(_ title: Text, _ message: Text) {
    self.title = title
    self.message = message
  }

  /// Nil of an error that is none of these.
  package init?(_ error: any Error) {
    if let problem = error as? KeyProblem {
      self.init(keys: problem)
      return
    }
    if case Migrator.Problem.newerDatabase(let migrations)? = error as? Migrator.Problem {
      self.init(newer: migrations)
      return
    }
    switch StorageError(ofDisk: error) {
    case .full:
      self.init(
        Text("磁盘已满", "The disk is full"),
        Text(
          "服务器的磁盘满了，没有保存任何内容，以前保存的都还在。请不要关闭本页：请管理员腾出空间，然后返回上一页再次提交，填写的内容不会丢失。",
          "The server has no room left, so nothing was saved; what was saved before is safe. Keep this page: once the administrator has made room, go back and send it again; what you typed is kept."
        ))
    case .readOnly:
      self.init(
        Text("磁盘不能写入", "The disk cannot be written"),
        Text(
          "服务器的磁盘或者文件夹现在只能读取，没有保存任何内容，仍然可以查看。请不要关闭本页：请管理员恢复写入（运行 legalaid doctor 查看原因），然后返回上一页再次提交。",
          "The server's disk or folder can only be read now: nothing was saved, looking goes on. Keep this page: once the administrator has made it writable (legalaid doctor says why), go back and send it again."
        ))
    case .damaged:
      self.init(
        Text("数据库损坏", "The database is damaged"),
        Text(
          "数据库文件有损坏，这里的内容不可信，没有保存任何内容。请立即告诉管理员：停止使用，运行 legalaid doctor 查明，从最近完好的备份恢复。",
          "The database file is damaged and cannot be trusted here; nothing was saved. Tell the administrator at once: stop using it, see what legalaid doctor finds, and restore the newest good backup."
        ))
    case .unavailable(let what):
      self.init(
        Text("数据库连接不上", "The database cannot be reached"),
        Text(
          "数据库打不开（\(what)）。请检查地址、磁盘和文件夹权限，确认数据库在运行。",
          "The database does not open (\(what)): check its address, the disk, the folder's permissions, and that it runs."
        ))
    default: return nil
    }
  }

  private init(newer migrations: [String]) {
    let (first, more) = (migrations.first ?? "", migrations.count - 1)
    self.init(
      Text("数据库来自更新的版本", "The database is of a newer version"),
      Text(
        "这个数据库由更新版本的程序升级过（\(first)\(more > 0 ? "等\(more + 1)项" : "")），本程序不认识，没有改动任何内容：请使用那个版本或者更新的程序；要回到旧版本，请用旧程序恢复升级前的备份。",
        "A newer version of this program has upgraded this database (\(first)\(more > 0 ? " and \(more) more" : "")), which this one does not know; nothing was changed. Run that version or a newer one; to go back, restore the backup from before the upgrade with the older program."
      ))
  }

  private init(keys problem: KeyProblem) {
    let (zh, en): (String, String) =
      switch problem {
      case .noRing(let path):
        (
          "没有密钥：\(path)。没有密钥就不能读取本办公室的数据，也绝不会另造新的：请从密钥备份把密钥文件放回那里（权限0600）。",
          "No keys at \(path). Without them this office cannot be read, and no new ones are made over it: put the key files back from their backup (mode 0600)."
        )
      case .otherOffice(let path):
        (
          "\(path) 的密钥打不开本办公室的数据，是别处的密钥：请放回原来的密钥文件。",
          "The keys at \(path) do not open this office's data; they are another's: put the right key files back."
        )
      case .unreadableRing(let path):
        (
          "\(path) 读不出来，或者不是密钥文件：请检查权限（0600，属于运行服务的用户），或者从密钥备份恢复。",
          "\(path) cannot be read or is no key file: check that it belongs to the user of the service (mode 0600), or restore it from the backup of the keys."
        )
      case .readableByOthers(let path):
        (
          "其他用户能读取密钥 \(path)：请运行 chmod 600 \(path)。",
          "Others can read the keys at \(path): run chmod 600 \(path)."
        )
      default: ("密钥不能使用。", "The keys cannot be used: \(problem).")
      }
    self.init(Text("密钥不能使用", "The keys cannot be used"), Text(zh, en))
  }
}
