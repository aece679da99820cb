import Testing

/// The architecture tests are only as good as their eyes.
@Suite struct SwiftScannerTests {
  @Test func commentsAndStringsAreNotCode() {
    let (code, literals) = SwiftScanner.scan("let a = \"try! b\" // try! c\n/* try! /* d */ */ let e = 1")
    #expect(!code.contains("try!"))
    #expect(code.contains("let e = 1"))
    #expect(literals.map(\.content) == ["try! b"])
  }

  @Test func interpolationIsCodeAgain() {
    let (code, literals) = SwiftScanner.scan(#"x("共\(f("inner", (1 + 2)))件") + y"#)
    #expect(code.contains("f(") && code.contains("(1 + 2)") && code.hasSuffix("+ y"))
    #expect(literals.map(\.content) == ["共0件", "inner"])
    #expect(literals.map(\.isInterpolated) == [true, false])
  }

  @Test func rawAndMultilineLiterals() {
    let text = "a(#\"say \"no\"\\n\"#)\nb(\"\"\"\n  two \"lines\"\n  \"\"\")\nc(\"\\\"\")"
    let (code, literals) = SwiftScanner.scan(text)
    #expect(literals.count == 3 && literals.map(\.line) == [1, 2, 5])
    #expect(code.split(separator: "\n").count == 5)
  }

  @Test func textPairsAreFound() {
    let file = SourceFile(
      path: "Sources/App/A.swift",
      text:
        "let t = Text(\n  \"台账,空\"\n    + \"的\", \"Ledger\")\nlet u = Text(zh, en)\nlet v = HyperText(\"a\", \"b\")"
    )
    let pairs = TextPair.pairs(in: file)
    #expect(
      pairs.map(\.zh) == ["台账,空的"] && pairs.map(\.en) == ["Ledger"]
        && pairs.map(\.place) == ["Sources/App/A.swift:2"])
  }

  @Test func importsAreFound() {
    let file = SourceFile(
      path: "Sources/Kits/Web/A.swift",
      text: "package import Kernel\n@testable import Web\nimport struct Foundation.Date")
    #expect(file.imports == ["Kernel", "Web", "Foundation"])
    #expect(file.target == "Web")
  }
}
