package io.kbaudit.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleId;
import io.kbaudit.article.Statements;
import io.kbaudit.audit.AuditPolicy;
import io.kbaudit.audit.AuditRequest;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.FurtherEvidence;
import io.kbaudit.audit.Given;
import io.kbaudit.baseline.Baseline;
import io.kbaudit.baseline.BaselineFile;
import io.kbaudit.database.DatabaseObject;
import io.kbaudit.database.DatabaseObjects;
import io.kbaudit.database.ObjectType;
import io.kbaudit.deployment.Acceptance;
import io.kbaudit.deployment.DatabaseAddition;
import io.kbaudit.deployment.DatabaseAddition.RequiredObject;
import io.kbaudit.deployment.FileNaming;
import io.kbaudit.deployment.Location;
import io.kbaudit.deployment.Phase;
import io.kbaudit.deployment.Product;
import io.kbaudit.deployment.Profile;
import io.kbaudit.file.Digest;
import io.kbaudit.file.FileName;
import io.kbaudit.inventory.Extent;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.signature.SignatureDemand;
import io.kbaudit.signature.SignatureEvidence;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an answer rests on is the same where it says the same, and another where it does not. */
class GroundsTest {
  private static final String LISTED = "2011-03-10T10:04Z";
  private static final FileName A = FileName.of("a.msi");
  private static final FileName B = FileName.of("b.msi");
  private static final Article ARTICLE =
      Given.article(Given.row("a.msi", 5, LISTED), Given.row("b.msi", 6, LISTED));
  private static final Product PRODUCT = new Product(Optional.of("Alpha"), Optional.empty());
  private static final DatabaseAddition OBJECTS = objects("Candidates", "fn_min");
  private static final Location SERVER = location("server", Phase.POST_INSTALL, A);

  private static AuditRequest request() {
    return AuditRequest.of(ARTICLE, AuditPolicy.asPrinted());
  }

  private static Grounds of(AuditRequest request) {
    return Grounds.of(request, Given.folder());
  }

  private static Location location(String name, Phase phase, FileName... files) {
    return Location.of(name, "there", phase, Acceptance.OR_LATER, Set.of(files)).build();
  }

  private static DatabaseAddition objects(String table, String function) {
    return new DatabaseAddition(
        List.of(),
        List.of(
            new RequiredObject(ObjectType.TABLE, table, Optional.empty()),
            new RequiredObject(ObjectType.SCALAR_FUNCTION, function, Optional.empty())));
  }

  private static Profile profile(
      Map<FileName, Product> products, Map<FileName, DatabaseAddition> database) {
    return new Profile(
        Optional.of(new ArticleId("KB1234567")),
        "profile.yaml",
        Map.of(),
        List.of(SERVER),
        Map.of(),
        products,
        SignatureDemand.NONE,
        database);
  }

  private static Optional<Digest> demanded(Location location, Profile profile) {
    return of(request().withProfile(profile).withLocation(location)).profile();
  }

  @Test
  void withoutAnythingThereIsTheArticleAlone() {
    Grounds grounds = of(request());

    assertThat(grounds)
        .isEqualTo(
            new Grounds(
                false,
                false,
                grounds.article(),
                Optional.empty(),
                Optional.empty(),
                SignatureEvidence.NONE,
                Grounds.Computer.UNKNOWN));
  }

  @Test
  void theArticleIsAnotherIfItIsOfAnotherLanguageOrItsRowsAreAlternatives() {
    Article german =
        new Article(
            ARTICLE.id(),
            ARTICLE.title(),
            ARTICLE.source(),
            new Statements(true, true, Optional.of("German")),
            ARTICLE.rows(),
            List.of());
    Article alternatives = Given.article(ARTICLE.rows().get(0), ARTICLE.rows().get(1).insteadOf(1));

    assertThat(article(german)).isNotEqualTo(article(ARTICLE));
    assertThat(article(alternatives)).isNotEqualTo(article(ARTICLE));
  }

  @Test
  void whatARecordHasOfARowIsNotToldTwice() {
    Article others = Given.article(Given.row("c.msi", 7, LISTED));

    assertThat(article(others)).isEqualTo(article(ARTICLE));
  }

  private static Digest article(Article article) {
    return of(AuditRequest.of(article, AuditPolicy.asPrinted())).article();
  }

  @Test
  void aProfileIsAnotherIfItWantsOtherObjectsOrProductsOrNames() {
    Optional<Digest> bare = demanded(SERVER, profile(Map.of(), Map.of()));
    Optional<Digest> product = demanded(SERVER, profile(Map.of(A, PRODUCT), Map.of()));
    Optional<Digest> database = demanded(SERVER, profile(Map.of(), Map.of(A, OBJECTS)));

    assertThat(Set.of(bare, product, database)).hasSize(3).doesNotContain(Optional.empty());
    assertThat(demanded(SERVER, profile(Map.of(), Map.of(A, objects("Candidates", "fn_max")))))
        .isNotEqualTo(database);
    assertThat(demanded(SERVER, profile(Map.of(B, PRODUCT), Map.of()))).isNotEqualTo(product);
  }

  @Test
  void aProfileIsAnotherWhereTheLocationIsOfAnotherPhaseOrNaming() {
    Profile profile = profile(Map.of(), Map.of());
    Location random =
        Location.of("server", "there", Phase.POST_INSTALL, Acceptance.OR_LATER, Set.of(A))
            .naming(FileNaming.RANDOM)
            .build();

    assertThat(
            Set.of(
                demanded(SERVER, profile),
                demanded(location("server", Phase.PRE_INSTALL, A), profile),
                demanded(random, profile)))
        .hasSize(3);
  }

  @Test
  void whatADatabaseIsAskedForElsewhereIsNothingHere() {
    DatabaseAddition elsewhere = new DatabaseAddition(List.of("elsewhere"), OBJECTS.objects());
    Optional<Digest> bare = demanded(SERVER, profile(Map.of(), Map.of()));

    assertThat(demanded(SERVER, profile(Map.of(), Map.of(A, elsewhere)))).isEqualTo(bare);
    assertThat(demanded(SERVER, profile(Map.of(), Map.of(B, OBJECTS)))).isEqualTo(bare);
    assertThat(of(request().withProfile(profile(Map.of(), Map.of(B, elsewhere)))).profile())
        .isNotEqualTo(of(request().withProfile(profile(Map.of(), Map.of()))).profile());
  }

  @Test
  void theOrderInWhichAProfileStatesSomethingIsNothing() {
    Profile some = profile(Map.of(A, PRODUCT, B, PRODUCT), Map.of(A, OBJECTS, B, OBJECTS));
    Profile same = profile(Map.of(B, PRODUCT, A, PRODUCT), Map.of(B, OBJECTS, A, OBJECTS));

    assertThat(demanded(SERVER, same)).isEqualTo(demanded(SERVER, some));
  }

  @Test
  void aBaselineIsItsContentsWhateverItIsCalled() {
    Optional<Digest> one = pinned("release.json", '1');

    assertThat(one).isPresent();
    assertThat(pinned("other.json", '1')).isEqualTo(one);
    assertThat(pinned("release.json", '2')).isNotEqualTo(one);
  }

  private static Optional<Digest> pinned(String source, char digit) {
    BaselineFile file =
        new BaselineFile(
            1,
            A,
            A,
            5,
            Instant.parse("2011-03-10T10:04:30Z"),
            Digest.sha256(Character.toString(digit).repeat(64)),
            new BaselineFile.Codes(Optional.empty(), Optional.empty()));
    return of(request().withBaseline(new Baseline(source, List.of(file), true))).baseline();
  }

  @Test
  void howTheFilesWereLookedIntoIsToldOfWhatWasAsked() {
    SignatureEvidence evidence =
        new SignatureEvidence(
            Optional.of(Digest.sha256("1".repeat(64))), Optional.empty(), Optional.empty());
    Inventory looked = looked(new Extent(true, true, true, evidence));
    AuditRequest metadata =
        request().withPolicy(AuditPolicy.asPrinted().withChecks(Set.of(Check.PRESENCE)));

    assertThat(Grounds.of(request(), looked).thorough()).isTrue();
    assertThat(Grounds.of(request(), looked).signatures()).isEqualTo(evidence);
    assertThat(Grounds.of(metadata, looked).thorough()).isFalse();
    assertThat(Grounds.of(metadata, looked).signatures()).isEqualTo(SignatureEvidence.NONE);
  }

  private static Inventory looked(Extent extent) {
    return new Inventory(
        "rollup", false, List.of(), List.of(), List.of(), List.of(), Optional.empty(), extent);
  }

  @Test
  void ofAComputerItIsSaidWhatWasKnownAndNotWhatItWas() {
    DatabaseObject table =
        new DatabaseObject(
            "Candidates", Optional.empty(), ObjectType.TABLE, "U", Optional.empty(), 2);
    FurtherEvidence database =
        FurtherEvidence.NONE.with(
            new DatabaseObjects("objects.csv", Optional.of("RM"), List.of(table)));

    assertThat(of(request().withEvidence(database)).computer())
        .isEqualTo(new Grounds.Computer(false, false, true, Optional.of("RM")));
    assertThat(
            of(request().withEvidence(FurtherEvidence.NONE.withPrograms(Given.folder())))
                .computer())
        .isEqualTo(new Grounds.Computer(false, true, false, Optional.empty()));
  }

  @Test
  void aDatabaseHasNoNameOfWhichNothingIsKnown() {
    Optional<String> name = Optional.of("RM");

    assertThatThrownBy(() -> new Grounds.Computer(false, false, false, name))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatNobodyAskedAboutWasJudgedByNothing() {
    SignatureEvidence evidence =
        new SignatureEvidence(
            Optional.of(Digest.sha256("1".repeat(64))), Optional.empty(), Optional.empty());

    assertThatThrownBy(() -> new Extent(true, false, false, evidence))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
