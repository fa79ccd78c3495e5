package io.kbaudit.audit.match;

import java.util.Arrays;

/**
 * Assigns each row a column of its own at the least total cost: the Hungarian method (H. W. Kuhn,
 * "The Hungarian Method for the Assignment Problem", 1955) with potentials and shortest augmenting
 * paths. Its time grows with rows² × columns.
 */
final class Assignment {
  /** The cost of a pair that must not be; such pairs are taken only where nothing else is left. */
  static final int FORBIDDEN = 1_000_000;

  private static final int NONE = -1;

  private Assignment() {}

  /**
   * Returns the column of each row.
   *
   * @param costs by row and column; there are at least as many columns as rows
   */
  static int[] cheapest(int[][] costs) {
    int rows = costs.length;
    int columns = costs[0].length;
    int[] rowPotential = new int[rows];
    int[] columnPotential = new int[columns];
    int[] rowOf = new int[columns];
    Arrays.fill(rowOf, NONE);
    for (int row = 0; row < rows; row++) {
      augment(row, costs, rowPotential, columnPotential, rowOf);
    }
    int[] columnOf = new int[rows];
    for (int column = 0; column < columns; column++) {
      if (rowOf[column] != NONE) {
        columnOf[rowOf[column]] = column;
      }
    }
    return columnOf;
  }

  /** Returns the total cost of the assignment. */
  static int cost(int[][] costs, int[] columnOf) {
    int total = 0;
    for (int row = 0; row < columnOf.length; row++) {
      total += costs[row][columnOf[row]];
    }
    return total;
  }

  /** Gives {@code newRow} a column, moving other rows along the cheapest path to a free one. */
  private static void augment(
      int newRow, int[][] costs, int[] rowPotential, int[] columnPotential, int[] rowOf) {
    int columns = columnPotential.length;
    int[] distance = new int[columns];
    int[] previous = new int[columns];
    boolean[] done = new boolean[columns];
    Arrays.fill(distance, Integer.MAX_VALUE);
    int current = NONE;
    int row = newRow;
    do {
      int next = NONE;
      int delta = Integer.MAX_VALUE;
      for (int column = 0; column < columns; column++) {
        if (!done[column]) {
          int reduced = costs[row][column] - rowPotential[row] - columnPotential[column];
          if (reduced < distance[column]) {
            distance[column] = reduced;
            previous[column] = current;
          }
          if (distance[column] < delta) {
            delta = distance[column];
            next = column;
          }
        }
      }
      rowPotential[newRow] += delta;
      for (int column = 0; column < columns; column++) {
        if (done[column]) {
          rowPotential[rowOf[column]] += delta;
          columnPotential[column] -= delta;
        } else {
          distance[column] -= delta;
        }
      }
      done[next] = true;
      current = next;
      row = rowOf[current];
    } while (row != NONE);
    while (current != NONE) {
      int before = previous[current];
      rowOf[current] = before == NONE ? newRow : rowOf[before];
      current = before;
    }
  }
}
