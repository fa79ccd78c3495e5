package io.kbaudit.article.reader.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordTest {
  @Test
  void aWordHasItsColumnsOfTheScreen() {
    assertThat(Word.in("ab  c"))
        .containsExactly(new Word("ab", Shape.TEXT, 0, 2), new Word("c", Shape.TEXT, 4, 5));
  }

  @Test
  void aTabReachesToTheNextStopAndPartsColumns() {
    assertThat(Word.in("ab\tc\t\td")).extracting(Word::start).containsExactly(0, 9, 25);
    List<Word> words = Word.in("1234567\tb");
    assertThat(words.get(1).isApartFrom(words.get(0))).isTrue();
  }

  @Test
  void aWideBlankIsTwo() {
    assertThat(Word.in("a\u3000b")).extracting(Word::start).containsExactly(0, 3);
    assertThat(Word.in("a\u2003b")).extracting(Word::start).containsExactly(0, 3);
    assertThat(Word.in("a\u00A0b")).extracting(Word::start).containsExactly(0, 2);
  }

  @ParameterizedTest
  @CsvSource({"'', ''", "'  ', ''", "abc, abc", "'  abc', abc", "'abc ', abc", "'\tabc def', abc"})
  void theFirstOneEndsAtABlank(String line, String first) {
    assertThat(Word.first(line)).isEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource({
    "a b, false",
    "'a  b', true",
    "'  a', false",
    "'a  ', false",
    "'a\tb', true",
    "'a\u3000b', true",
    "'a\u2002b', false"
  })
  void wordsAreApartWhereTwoBlanksPartThem(String line, boolean apart) {
    assertThat(Word.areApart(line)).isEqualTo(apart);
  }

  @Test
  void aLineOfAThousandCharactersHasWords() {
    String line = "a  " + "b".repeat(997);

    assertThat(Word.in(line)).hasSize(2);
    assertThat(Word.areApart(line)).isTrue();
    assertThat(Word.in(line + "b")).isEmpty();
    assertThat(Word.areApart(line + "b")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"10 March 2011", "March 10, 2011", "7:13 PM", "22,016 bytes", "Not applicable"})
  void aValueOfSeveralWordsIsOne(String value) {
    assertThat(Word.in("x " + value + " y"))
        .extracting(Word::text)
        .containsExactly("x", value, "y");
  }

  @ParameterizedTest
  @ValueSource(strings = {"10-Mar-2011 11-Mar-2011", "a 1", "March  10", "22,016 22,017", "x y"})
  void otherWordsAreSeveral(String words) {
    assertThat(Word.in(words)).hasSizeGreaterThan(1);
  }

  @Test
  void wordsAboveEachOtherAreOneColumn() {
    assertThat(
            Word.columnsOf(
                Word.in("File         Last"), Word.in("name   Size  modified  Platform")))
        .extracting(Word::text)
        .containsExactly("File name", "Size", "Last modified", "Platform");
    assertThat(Word.columnsOf(Word.in("  a"), Word.in("b")))
        .extracting(Word::text)
        .containsExactly("b", "a");
    assertThat(Word.columnsOf(Word.in("a b  c"), List.of()))
        .extracting(Word::text)
        .containsExactly("a b", "c");
  }
}
