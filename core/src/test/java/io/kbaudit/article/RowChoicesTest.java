package io.kbaudit.article;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.audit.Given;
import org.junit.jupiter.api.Test;

/** What an article names by which its rows can be chosen. */
class RowChoicesTest {
  @Test
  void whatIsBlankIsNoChoice() {
    RowChoices choices = choices(Variant.of(""), Variant.of(" ").onPlatform(" "));

    assertThat(choices.groups()).isEmpty();
    assertThat(choices.platforms()).isEmpty();
  }

  @Test
  void eachIsNamedOnceAndInTheArticlesOrder() {
    RowChoices choices =
        choices(
            Variant.of("Server").inGroup("Agents").onPlatform("x64").inLanguage("German"),
            Variant.of("Client").onPlatform("x86").inLanguage("French"),
            Variant.of("Server").onPlatform("x64").inLanguage("German"));

    assertThat(choices.groups()).containsExactly("Server", "Agents", "Client");
    assertThat(choices.platforms()).containsExactly("x64", "x86");
    assertThat(choices.languages()).containsExactly("German", "French", "English");
  }

  @Test
  void whereARowPrintsNoPlatformThoseOfItsHeadingsAreOffered() {
    Variant section = Variant.of("For x86-based and x64-based versions");

    assertThat(choices(section).platforms()).containsExactlyInAnyOrder("x86", "x64");
    assertThat(choices(section.onPlatform(" ")).platforms())
        .containsExactlyInAnyOrder("x86", "x64");
    assertThat(choices(section.onPlatform("ARM64")).platforms()).containsExactly("ARM64");
  }

  @Test
  void aSectionForA64BitProcessorIsOfferedAsThat() {
    Variant section = Variant.of("For all supported x64-based versions");

    assertThat(choices(section.onPlatform("x86"), section.onPlatform("AMD64")).platforms())
        .containsExactly("x64", "AMD64");
  }

  private static RowChoices choices(Variant... variants) {
    ExpectedFile[] rows = new ExpectedFile[variants.length];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = Given.row("a.dll", 1, "").withVariant(variants[i]);
    }
    return RowChoices.of(Given.article(rows));
  }
}
