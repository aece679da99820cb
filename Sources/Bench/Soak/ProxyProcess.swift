import Foundation
import Glibc

/// 前端代理 · Proxy: nginx before several servers, with its settings and its logs in a folder of its own.
struct ProxyProcess {
  private let process = Process()
  private let folder = FileManager.default.temporaryDirectory.appending(path: "legalaid-proxy-\(UUID().uuidString)")

  init(port: UInt16, before servers: [UInt16]) throws {
    let places = ["/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx"]
    guard let program = places.first(where: FileManager.default.isExecutableFile) else {
      throw SoakProblem.tool("nginx is not installed: scripts/install-missing soak")
    }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let settings = folder.appending(path: "nginx.conf")
    try Data(Self.settings(port, servers).utf8).write(to: settings)
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = ["-p", folder.path + "/", "-c", settings.path, "-e", "error.log"]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
  }

  /// It holds nothing; and a signal that our own process does not hear, a process we start does not hear either.
  func stop() {
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: folder)
  }

  /// One process in the foreground, which belongs to us. A form that got no answer from one server is sent to the other: its
  /// token makes it one thing.
  private static func settings(_ port: UInt16, _ servers: [UInt16]) -> String {
    """
    daemon off;
    master_process off;
    pid nginx.pid;
    error_log error.log;
    events { worker_connections 1024; }
    http {
      access_log off;
      client_body_temp_path body;
      proxy_temp_path answers;
      fastcgi_temp_path unused;
      uwsgi_temp_path unused;
      scgi_temp_path unused;
      upstream office {
        \(servers.map { "server 127.0.0.1:\($0) max_fails=1 fail_timeout=1s;" }.joined(separator: "\n    "))
        keepalive 16;
      }
      server {
        listen 127.0.0.1:\(port);
        client_max_body_size 400m;
        location / {
          proxy_pass http://office;
          proxy_http_version 1.1;
          proxy_set_header Connection "";
          proxy_set_header Host $host;
          proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
          proxy_connect_timeout 1s;
          proxy_next_upstream error timeout non_idempotent;
        }
      }
    }

    """
  }
}
