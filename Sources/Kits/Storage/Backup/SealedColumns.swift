/// 加密列 · Sealed columns: by the house's rule a column that ends in `_sealed` holds encrypted values, each sealed for
/// its table, its column and the identifier that is its row's primary key.
extension TableShape {
  package var sealedColumns: [String] { columns.map(\.name).filter { $0.hasSuffix("_sealed") } }

  /// The one column of the primary key. Refuses a table of another kind of key: its values could not be found again.
  fileprivate func rowID() throws -> SQL {
    let key = columns.filter { $0.keyPlace > 0 }
    guard key.count == 1 else {
      throw StorageError.mismatch(column: name, expected: "one key column", found: "\(key.count)")
    }
    return "\(raw: key[0].name)"
  }
}

extension Reader {
  /// One sealed value with its place, as far as there is any; for asking whether the keys are this office's.
  package func anySealed() throws -> (value: [UInt8], place: FieldPlace)? {
    for table in try tables() where !table.sealedColumns.isEmpty {
      let id = try table.rowID()
      for column in table.sealedColumns {
        let row = try self.row(
          """
          SELECT \(id) AS id, \(raw: column) AS sealed FROM \(raw: table.name) WHERE \(raw: column) IS NOT NULL
          ORDER BY \(id) LIMIT 1
          """)
        if let row { return (try row.get("sealed"), FieldPlace(table.name, column, try row.get("id"))) }
      }
    }
    return nil
  }
}

extension Writer {
  /// Seals every encrypted value again under the current key; answers how many there were. Refuses a value that does
  /// not open.
  package func reseal(with keys: KeyRing) throws -> Int {
    var count = 0
    for table in try tables() where !table.sealedColumns.isEmpty {
      let key = try table.rowID()
      for column in table.sealedColumns {
        let rows = try self.rows(
          "SELECT \(key) AS id, \(raw: column) AS sealed FROM \(raw: table.name) WHERE \(raw: column) IS NOT NULL ORDER BY id"
        )
        for row in rows {
          let (id, sealed): (UUIDv7, [UInt8]) = (try row.get("id"), try row.get("sealed"))
          let place = FieldPlace(table.name, column, id)
          let renewed = try keys.seal(keys.open(sealed, as: place), as: place)
          try run("UPDATE \(raw: table.name) SET \(raw: column) = \(renewed) WHERE \(key) = \(id)")
          count += 1
        }
      }
    }
    return count
  }
}

extension FileBlobStore {
  /// Encrypts every file again under the current key, one after the other, each replaced as a whole; answers how many.
  package func reseal() async throws -> Int {
    let hashes = try await offload { try allHashes() }
    for hash in hashes { _ = try await put(readChunks(hash)) }
    return hashes.count
  }
}
