import HTTPTypes
import Hummingbird

extension WebResponse {
  func hummingbird(isSecure: Bool) -> Response {
    var fields = HTTPFields()
    for (name, value) in headers.sorted(by: { $0.key < $1.key }) {
      if let name = HTTPField.Name(name) { fields[name] = value }
    }
    for cookie in cookies {
      fields.append(HTTPField(name: .setCookie, value: Cookie.header(cookie, isSecure: isSecure)))
    }
    return Response(status: .init(code: status), headers: fields, body: responseBody)
  }

  private var responseBody: ResponseBody {
    switch content {
    case .bytes(let bytes): bytes.isEmpty ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
    case .stream(let body):
      ResponseBody { writer in
        try await body { try await writer.write(ByteBuffer(bytes: $0)) }
        try await writer.finish(nil)
      }
    }
  }
}
