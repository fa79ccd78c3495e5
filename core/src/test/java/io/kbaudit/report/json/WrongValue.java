package io.kbaudit.report.json;

import io.kbaudit.report.GoldenDocument;
import io.kbaudit.report.Schemas;
import java.util.List;

/**
 * A golden file with one value that its schema must refuse.
 *
 * @param pointer where in the document
 * @param value what stands there instead, or besides, as JSON
 */
record WrongValue(String file, String pointer, String value) {
  private static final String TABLE =
      """
      pass.exit0.json    | /schemaVersion               | 2
      pass.exit0.json    | /tool/name                   | "audit"
      pass.exit0.json    | /article/id                  | "2492954"
      pass.exit0.json    | /verdict                     | "PASS"
      pass.exit0.json    | /verdict                     | "NON_COMPLIANT"
      pass.exit0.json    | /verdict                     | "INDETERMINATE"
      pass.exit0.json    | /summary/failed              | 1
      pass.exit0.json    | /summary/undecided           | 1
      pass.exit0.json    | /summary/unreadRows          | 1
      pass.exit0.json    | /summary/foldersNotListed    | 1
      pass.exit0.json    | /summary/passed              | -1
      pass.exit0.json    | /summary/passed              | 1.5
      pass.exit0.json    | /summary/expected            | 0
      pass.exit0.json    | /policy/unlisted             | "fail"
      pass.exit0.json    | /policy/accept               | "or_later"
      pass.exit0.json    | /policy/tolerance            | "2 s"
      pass.exit0.json    | /policy/tolerance            | "PT"
      pass.exit0.json    | /policy/checks/0             | "LUCK"
      pass.exit0.json    | /policy/checks/0             | "NAME"
      pass.exit0.json    | /policy/rows                 | {"group": null, "platform": null}
      pass.exit0.json    | /policy/grounds              | null
      pass.exit0.json    | /policy/grounds/thorough     | "yes"
      pass.exit0.json    | /policy/grounds/article      | "00"
      pass.exit0.json    | /policy/grounds/baseline     | ""
      pass.exit0.json    | /policy/grounds/roots        | "C:/roots.pem"
      pass.exit0.json    | /policy/grounds/databaseName | "RM"
      pass.exit0.json    | /target/path                 | ""
      pass.exit0.json    | /target/location             | "dns"
      pass.exit0.json    | /target/where                | "DNS01"
      pass.exit0.json    | /remarks/0/id                | "LUCK"
      pass.exit0.json    | /audits                      | []
      pass.exit0.json    | /unlisted/0/size             | -1
      pass.exit0.json    | /files                       | []
      pass.exit0.json    | /files/0/row                 | 0
      pass.exit0.json    | /files/0/truncated           | "no"
      pass.exit0.json    | /files/0/component           | 7
      pass.exit0.json    | /files/0/expected/size       | "679,936"
      pass.exit0.json    | /files/0/expected/modified   | "2011-03-10T10:04"
      pass.exit0.json    | /files/0/expected/modified   | "2011-03-10T10:04:00Z"
      pass.exit0.json    | /files/0/expected/modified   | "2011-03-10T24:04Z"
      pass.exit0.json    | /files/0/expected/modified   | "10-Mar-2011"
      pass.exit0.json    | /files/0/expected/roundedSize | "664 KB"
      pass.exit0.json    | /files/0/expected/sha1       | "DA39A3EE5E6B4B0D3255BFEF95601890AFD80709"
      pass.exit0.json    | /files/0/expected/sha256     | "00"
      pass.exit0.json    | /files/0/observed            | null
      pass.exit0.json    | /files/0/observed/path       | ""
      pass.exit0.json    | /files/0/observed/size       | -1
      pass.exit0.json    | /files/0/observed/unreadable | "denied"
      pass.exit0.json    | /files/0/observed/modified   | "2011-03-10T10:04:37"
      pass.exit0.json    | /files/0/observed/modified   | "2011-03-10T11:04:37+01:00"
      pass.exit0.json    | /files/0/observed/modified   | "2011-03-10T10:04Z"
      pass.exit0.json    | /files/0/observed/modified   | "2011-13-10T10:04:37Z"
      pass.exit0.json    | /files/0/result              | "FAIL"
      pass.exit0.json    | /files/0/result              | "UNDECIDED"
      pass.exit0.json    | /files/0/assurance           | "LUCKY"
      pass.exit0.json    | /files/0/assurance           | null
      pass.exit0.json    | /files/0/checks/0/id         | "NAME"
      pass.exit0.json    | /files/0/checks/0/outcome    | "FAILED"
      pass.exit0.json    | /files/0/checks/0/outcome    | "UNDECIDED"
      pass.exit0.json    | /files/0/checks/0/outcome    | "LUCKY"
      pass.exit0.json    | /files/0/checks/0/cause      | "LATER"
      pass.exit0.json    | /files/0/checks/0/remark     | "LUCK"
      signed.exit1.json  | /files/0/observed/signature/grade | "UNSIGNED"
      signed.exit1.json  | /files/0/observed/signature/grade | "LUCKY"
      signed.exit1.json  | /files/0/observed/signature/signatures/0/origin | "SOMEWHERE"
      signed.exit1.json  | /files/0/observed/signature/signatures/0/signer/sha256 | "00"
      signed.exit1.json  | /files/0/observed/signature/signatures/0/signed/algorithm | "ROT13"
      signed.exit1.json  | /files/0/observed/signature/signatures/0/signed/hex | "xy"
      signed.exit1.json  | /files/0/observed/signature/signatures/0/timeStamp/time | "2011"
      signed.exit1.json  | /files/0/observed/signature/signatures/0/weak | null
      signed.exit1.json  | /policy/signature/required   | "yes"
      fail.exit1.json    | /verdict                     | "COMPLIANT"
      fail.exit1.json    | /verdict                     | "INDETERMINATE"
      fail.exit1.json    | /files/0/assurance           | "PINNED"
      fail.exit1.json    | /files/1/result              | "PASS"
      fail.exit1.json    | /files/1/checks/1/cause      | "LUCK"
      fail.exit1.json    | /files/1/checks/1/evidence   | "a name"
      fail.exit1.json    | /files/1/checks/1/reason     | "a name"
      undecided.exit3.json | /verdict                     | "COMPLIANT"
      undecided.exit3.json | /files/0/result              | "PASS"
      undecided.exit3.json | /files/0/checks/0/cause      | "LUCK"
      undecided.exit3.json | /files/0/checks/0/evidence   | "a file"
      undecided.exit3.json | /files/0/checks/1/cause      | "UNREADABLE"
      undecided.exit3.json | /files/0/observed/size       | 5
      unreached.exit1.json | /complete                   | false
      unreached.exit1.json | /obstacles                  | []
      unreached.exit1.json | /audits/1/obstacles/0       | "LUCK"
      unreached.exit1.json | /audits/0/target/unreachable | "gone"
      unreached.exit1.json | /audits/1/target/unreachable | ""
      unreached.exit1.json | /audits/1/files/0/result    | "FAIL"
      unreached.exit1.json | /audits/2/target/label      | ""
      waived.exit0.json  | /verdict                     | "NON_COMPLIANT"
      waived.exit0.json  | /summary/waived              | -1
      waived.exit0.json  | /waivers/day                 | "31.3.2027"
      waived.exit0.json  | /waivers/uses/0/state        | "LUCKY"
      waived.exit0.json  | /waivers/uses/0/state        | "EXPIRED"
      waived.exit0.json  | /waivers/uses/0/state        | "INCOMPLETE"
      waived.exit0.json  | /waivers/uses/0/findings     | 0
      waived.exit0.json  | /waivers/uses/0/line         | 0
      waived.exit0.json  | /waivers/uses/0/file         | ""
      waived.exit0.json  | /waivers/uses/0/checks       | []
      waived.exit0.json  | /waivers/uses/0/checks/0     | "LUCK"
      waived.exit0.json  | /waivers/uses/0/causes       | ["LUCK"]
      waived.exit0.json  | /waivers/uses/0/expiry       | "2027-03-31T00:00Z"
      waived.exit0.json  | /waivers/uses/0/undecided    | false
      waived.exit0.json  | /waivers/uses/6/state        | "UNMATCHED"
      waived.exit0.json  | /files/1/result              | "PASS"
      waived.exit0.json  | /files/1/result              | "FAIL"
      waived.exit0.json  | /files/1/checks/0/waiver     | true
      waived.exit0.json  | /files/1/checks/0/waiver/checks | []
      waived.exit0.json  | /files/0/result              | "WAIVED"
      proven.exit0.json  | /provenance/time             | "yesterday"
      proven.exit0.json  | /provenance/command          | "verify"
      proven.exit0.json  | /provenance/evidence/0/sha256 | "00"
      several.exit1.json | /verdict                     | "COMPLIANT"
      several.exit1.json | /verdict                     | "INDETERMINATE"
      several.exit1.json | /summary/places              | 0
      several.exit1.json | /audits                      | []
      several.exit1.json | /audits/0/verdict            | "NON_COMPLIANT"
      several.exit1.json | /audits/0/target/location    | null
      several.exit1.json | /unaudited/0/optional        | null
      several.exit1.json | /target                      | {"kind": "folder"}
      article.json       | /rows/0/row                  | "1"
      article.json       | /rows/0/modified             | "2011-03-10T10:04+00:00"
      article.json       | /rows/0/roundedSize          | "664 KB"
      article.json       | /rows/0/sha1                 | ""
      article.json       | /rows/0/alternativeTo        | 0
      article.json       | /rows/0/printed/date         | null
      article.json       | /statements/timesAreUtc      | null
      article-odd.json   | /rows/0/roundedSize          | "105KB"
      article-odd.json   | /remarks/0/id                | "METADATA_ONLY"
      article-odd.json   | /remarks/0/line              | 0
      inspection-sound.json | /files/0/kind                | "msi"
      inspection-sound.json | /files/0/sound               | false
      inspection-sound.json | /files/0/tables/0            | null
      inspection-sound.json | /files/0/properties/ProductName | 7
      inspection-sound.json | /files/0/summary/codepage    | 65536
      inspection-sound.json | /files/0/summary/languages   | []
      inspection-sound.json | /files/0/summary/lastSaved   | "2011-03-10 10:03:30"
      inspection-sound.json | /files/0/summary/packageCode | "780B530E-03AD-47AF-A128-DA08DB495253"
      inspection-sound.json | /unreadable                  | []
      inspection-damaged.json | /files/0/sound               | true
      inspection-damaged.json | /files/0/problems            | []
      inspection-damaged.json | /files/0/problems/0/id       | "BAD_VALUE"
      inspection-damaged.json | /unreadable/0/reason         | null
      plan.json          | /readiness                   | "READY"
      plan.json          | /readiness                   | "UNDECIDED"
      plan.json          | /package/verdict             | "PASS"
      plan.json          | /summary/bytesNeeded         | -1
      plan.json          | /files/0/action              | "MOVE"
      plan.json          | /files/0/action              | "REPLACE"
      plan.json          | /files/0/action              | "KEEP"
      plan.json          | /files/0/source              | null
      plan.json          | /files/0/backUp              | "Copied.msi.before"
      plan.json          | /files/1/action              | "COPY"
      plan.json          | /files/1/backUp              | null
      plan.json          | /files/1/standing            | null
      plan.json          | /files/2/standing            | null
      plan.json          | /unplanned/0/row             | 0
      baseline.json      | /files                       | []
      baseline.json      | /files/0/size                | -1
      baseline.json      | /files/0/modified            | "2011-03-10T10:04:37.5Z"
      baseline.json      | /files/0/sha256              | null
      profile.json       | /locations/0/name            | "MSI share"
      profile.json       | /locations/0/phase           | "install"
      profile.json       | /locations/0/accept          | "later"
      profile.json       | /locations/0/fileNames       | "any"
      profile.json       | /locations/0/files           | []
      profile.json       | /locations/0/files/1         | "Dnsclient.msi"
      profile-odd.json   | /unplaced/0/row              | null
      inventory.json      | /schemaVersion               | 2
      inventory.json      | /folder                      | ""
      inventory.json      | /recursive                   | null
      inventory.json      | /extent/contents             | "yes"
      inventory.json      | /sha256                      | "00"
      inventory.json      | /files/0/size                | -1
      inventory.json      | /files/0/modified            | "10.03.2011"
      inventory.json      | /files/0/unreadable          | "permission denied"
      inventory.json      | /files/0/package/kind        | "program"
      inventory.json      | /files/1/executable/header/format | "ELF"
      inventory.json      | /files/2/size                | 1
      comparison-different.json | /comparison              | "FINE"
      comparison-different.json | /before/verdict          | "PASS"
      comparison-different.json | /summary/newFailures     | -1
      comparison-different.json | /places                  | []
      comparison-different.json | /places/0/findings/0/obstacle | "LUCK"
      comparison-different.json | /places/0/findings/0/path | "a.msi"
      comparison-different.json | /places/0/findings/1/change | "FIXED"
      comparison-different.json | /places/0/findings/1/check | "LUCK"
      comparison-different.json | /places/0/findings/1/after | null
      comparison-different.json | /places/0/findings/1/row  | 0
      comparison-different.json | /places/0/files/0/change | "NEW"
      comparison-different.json | /places/0/files/0/differences | []
      comparison-different.json | /places/0/files/0/differences/0/trait | "LUCK"
      comparison-different.json | /places/0/files/0/after/size | -1
      comparison-unlike.json | /reasons/0/id               | "LUCK_DIFFERS"
      comparison-unlike.json | /places/0/location          | 7
      comparison-unlike.json | /findings/0/row             | 1
      identification.json | /outcome                     | "SOME"
      identification.json | /summary/files               | 0
      identification.json | /files                       | []
      identification.json | /files/0/state               | "UNLISTED"
      identification.json | /files/0/matches             | []
      identification.json | /files/0/matches/0/evidence  | "LUCK"
      identification.json | /files/0/matches/0/article   | "2492954"
      identification.json | /files/0/matches/0/line      | 0
      identification.json | /files/0/matches/0/traits/date | "LATER"
      identification.json | /articles/0/here             | 0
      identification.json | /articles/0/weakest          | null
      identification.json | /unreadArticles/0/reason     | ""
      identification.json | /partlyReadArticles/0/unreadLines | 0
      """;

  /** Returns those of all schemas. */
  static List<WrongValue> all() {
    return TABLE
        .lines()
        .map(line -> line.split(" *\\| ", 3))
        .map(cells -> new WrongValue(cells[0], cells[1], cells[2]))
        .toList();
  }

  GoldenDocument right() {
    return GoldenDocument.of(file);
  }

  GoldenDocument wrong() {
    return right().with(pointer, Schemas.read(value));
  }
}
