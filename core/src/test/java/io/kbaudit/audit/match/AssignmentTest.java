package io.kbaudit.audit.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

class AssignmentTest {
  @Test
  void theCheapestWholeIsTakenNotTheCheapestFirst() {
    int[][] costs = {{1, 2}, {1, 9}};

    int[] columnOf = Assignment.cheapest(costs);

    assertThat(columnOf).containsExactly(1, 0);
    assertThat(Assignment.cost(costs, columnOf)).isEqualTo(3);
  }

  @Test
  void aForbiddenPairIsNotTakenWhereAnotherIsLeft() {
    int[][] costs = {{Assignment.FORBIDDEN, 3}, {0, 0}};

    assertThat(Assignment.cheapest(costs)).containsExactly(1, 0);
  }

  @Property(tries = 2_000)
  void noAssignmentCostsLess(@ForAll("costs") int[][] costs) {
    int[] columnOf = Assignment.cheapest(costs);

    assertThat(columnOf).hasSize(costs.length).doesNotHaveDuplicates();
    assertThat(Assignment.cost(costs, columnOf))
        .isEqualTo(cheapestOfAll(costs, 0, new boolean[costs[0].length]));
  }

  /** Tries every column for every row. */
  private static int cheapestOfAll(int[][] costs, int row, boolean[] taken) {
    if (row == costs.length) {
      return 0;
    }
    int cheapest = Integer.MAX_VALUE;
    for (int column = 0; column < taken.length; column++) {
      if (!taken[column]) {
        taken[column] = true;
        cheapest = Math.min(cheapest, costs[row][column] + cheapestOfAll(costs, row + 1, taken));
        taken[column] = false;
      }
    }
    return cheapest;
  }

  /** One to five rows, and up to six columns: at least as many as rows. */
  @Provide
  Arbitrary<int[][]> costs() {
    Arbitrary<Integer> cost =
        Arbitraries.frequencyOf(
            Tuple.of(9, Arbitraries.integers().between(0, 4)),
            Tuple.of(1, Arbitraries.just(Assignment.FORBIDDEN)));
    return Arbitraries.integers()
        .between(1, 5)
        .flatMap(
            rows ->
                Arbitraries.integers()
                    .between(rows, 6)
                    .flatMap(
                        columns ->
                            cost.array(Integer[].class)
                                .ofSize(columns)
                                .map(AssignmentTest::unboxed)
                                .array(int[][].class)
                                .ofSize(rows)));
  }

  private static int[] unboxed(Integer[] costs) {
    return Arrays.stream(costs).mapToInt(Integer::intValue).toArray();
  }
}
