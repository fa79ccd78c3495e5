package io.kbaudit.hostile;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every pattern that the classes of a module hold, wherever they hold it. */
public final class CompiledPatterns {
  private static final String OURS = "io.kbaudit.";

  /**
   * A pattern where it is held.
   *
   * @param holder as {@code Shape.NAME}
   * @param searches whether it is looked for in a text, too, not only matched with all of it
   */
  public record Held(String holder, Pattern pattern, boolean searches) {
    Held matchedAlone() {
      return new Held(holder, pattern, false);
    }

    @Override
    public String toString() {
      return holder + (searches ? " searches " : " matches ") + pattern.pattern();
    }
  }

  /** Of a pattern's own method, the first argument is a text, and hardly a literal. */
  private static final Pattern SPLIT =
      Pattern.compile("(?<![A-Z_])\\.split\\((?:\"(?:[^\"\\\\]|\\\\.)*\"|[A-Z_]{2,})");

  private static final Pattern ONE_CHARACTER =
      Pattern.compile(
          "\\.split\\(\"(?:[^.$|()\\[{^?*+\\\\]|\\\\t|\\\\n|\\\\\\\\[^A-Za-z0-9\\\\]|\\\\{4})\"");

  private static final Pattern COMPILING = Pattern.compile("Pattern\\.compile\\(");

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Held> held = new ArrayList<>();
  private final List<String> missed = new ArrayList<>();

  private CompiledPatterns() {}

  /** Returns those of the classes whose sources are in {@code folder}. */
  public static CompiledPatterns in(Path folder) throws IOException, ReflectiveOperationException {
    CompiledPatterns patterns = new CompiledPatterns();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted().toList()) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        if (path.endsWith(".java") && !path.endsWith("-info.java")) {
          String name = path.substring(0, path.length() - ".java".length()).replace('/', '.');
          patterns.add(name, Files.readString(file));
        }
      }
    }
    return patterns;
  }

  /** Returns the calls in the sources in {@code folder} by which texts are split with patterns. */
  public static List<String> splitsIn(Path folder) throws IOException {
    List<String> calls = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        SPLIT
            .matcher(Files.readString(file))
            .results()
            .map(MatchResult::group)
            .filter(call -> !ONE_CHARACTER.matcher(call).matches())
            .forEach(call -> calls.add(file.getFileName() + ": " + call));
      }
    }
    return calls;
  }

  /** Returns the patterns that static fields hold, themselves or by what they refer to. */
  public List<Held> held() {
    return List.copyOf(held);
  }

  /** Returns the classes in whose source more patterns are compiled than they hold. */
  public List<String> missed() {
    return List.copyOf(missed);
  }

  private void add(String name, String source) throws ReflectiveOperationException {
    long compiled = COMPILING.matcher(source).results().count();
    // Most classes have none, and need not be made ready.
    if (compiled > 0) {
      int before = held.size();
      add(Class.forName(name), source);
      if (held.size() - before < compiled) {
        missed.add(name.substring(name.lastIndexOf('.') + 1));
      }
    }
  }

  private void add(Class<?> type, String source) throws ReflectiveOperationException {
    for (Field field : type.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers())) {
        boolean isOwn =
            field.getType() == Pattern.class && Modifier.isPrivate(field.getModifiers());
        boolean searches = !isOwn || PatternUse.of(source, field.getName()).searches();
        String holder = type.getSimpleName() + "." + field.getName();
        collect(valueOf(field, null), pattern -> held.add(new Held(holder, pattern, searches)));
      }
    }
    for (Class<?> nested : type.getDeclaredClasses()) {
      add(nested, source);
    }
  }

  private void collect(Optional<Object> value, Consumer<Pattern> found) {
    if (value.isEmpty() || !seen.add(value.get())) {
      return;
    }
    Object object = value.get();
    if (object instanceof Pattern pattern) {
      found.accept(pattern);
    } else if (object instanceof Map<?, ?> map) {
      map.keySet().forEach(each -> collect(Optional.ofNullable(each), found));
      map.values().forEach(each -> collect(Optional.ofNullable(each), found));
    } else if (object instanceof Iterable<?> many && !(object instanceof Path)) {
      many.forEach(each -> collect(Optional.ofNullable(each), found));
    } else if (object instanceof Optional<?> one) {
      one.ifPresent(each -> collect(Optional.of(each), found));
    } else if (object instanceof Object[] many) {
      Stream.of(many).forEach(each -> collect(Optional.ofNullable(each), found));
    } else if (object.getClass().getName().startsWith(OURS)) {
      for (Field field : object.getClass().getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
          collect(valueOf(field, object), found);
        }
      }
    }
  }

  private static Optional<Object> valueOf(Field field, Object owner) {
    try {
      field.setAccessible(true);
      return Optional.ofNullable(field.get(owner));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
