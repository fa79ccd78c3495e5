package io.kbaudit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.article.ArticleRemark;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever a report names, it can tell in a sentence. */
class MeaningsTest {
  @Test
  void everyCauseSaysWhatItMeansAndWhatToDoAboutIt() {
    assertThat(Cause.values())
        .extracting(Cause::meaning)
        .doesNotHaveDuplicates()
        .allSatisfy(MeaningsTest::isSentence);
    assertThat(Cause.values()).extracting(Cause::remedy).allSatisfy(MeaningsTest::isSentence);
  }

  @Test
  void everyStateOfAWaiverSaysWhatItMeansAndWhatToDoAboutIt() {
    assertThat(WaiverState.values())
        .extracting(WaiverState::meaning)
        .doesNotHaveDuplicates()
        .allSatisfy(MeaningsTest::isSentence);
    assertThat(WaiverState.values())
        .extracting(WaiverState::remedy)
        .allSatisfy(MeaningsTest::isSentence);
  }

  @Test
  void everyAssuranceSaysWhatItMeans() {
    assertThat(Assurance.values())
        .extracting(Assurance::meaning)
        .doesNotHaveDuplicates()
        .allSatisfy(MeaningsTest::isSentence);
  }

  @Test
  void everyRemarkSaysWhatItMeans() {
    assertThat(Remark.Kind.values())
        .extracting(Remark.Kind::meaning)
        .doesNotHaveDuplicates()
        .allSatisfy(MeaningsTest::isSentence);
    assertThat(ArticleRemark.Kind.values())
        .extracting(ArticleRemark.Kind::meaning)
        .doesNotHaveDuplicates()
        .allSatisfy(MeaningsTest::isSentence);
  }

  @Test
  void everyCheckIsAQuestion() {
    assertThat(Check.values())
        .extracting(Check::question)
        .doesNotHaveDuplicates()
        .allSatisfy(question -> assertThat(question).contains("?"));
  }

  @Test
  void whatToDoAboutUnlistedFilesIsOneWord() {
    assertThat(Stream.of(UnlistedFiles.values()).map(UnlistedFiles::id))
        .containsExactly("ignore", "note", "fail");
  }

  private static void isSentence(String text) {
    assertThat(text).matches("(?s)\\p{Lu}.*\\.");
  }
}
