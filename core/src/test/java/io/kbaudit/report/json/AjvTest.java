package io.kbaudit.report.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kbaudit.report.Golden;
import io.kbaudit.report.GoldenDocument;
import io.kbaudit.report.Schemas;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another validator, and another language's regular expressions, judge the documents alike. */
class AjvTest {
  /** Where {@code npm install --prefix .ci} puts it. */
  private static final Path MODULES = Path.of(System.getProperty("kbaudit.npm", "node_modules"));

  private static final Path SCRIPT = Golden.path(AjvTest.class, "ajv.cjs");

  private final Path folder;

  AjvTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void skipAloudWithoutIt() {
    if (!Files.isDirectory(MODULES.resolve("ajv"))) {
      String reason = "SKIPPED: there is no ajv: the schemas are tried with one validator alone";
      System.out.println(reason);
      abort(reason);
    }
  }

  @Test
  void itAcceptsWhatIsRight() throws Exception {
    List<GoldenDocument> right = GoldenDocument.all();

    assertThat(judged(right)).isEqualTo(Collections.nCopies(right.size(), true));
  }

  @Test
  void itRefusesWhatIsWrong() throws Exception {
    List<GoldenDocument> wrong = WrongValue.all().stream().map(WrongValue::wrong).toList();

    assertThat(judged(wrong)).isEqualTo(Collections.nCopies(wrong.size(), false));
  }

  /** Returns of each document whether it is as its schema has it. */
  private List<Boolean> judged(List<GoldenDocument> documents)
      throws IOException, InterruptedException {
    Path input = folder.resolve("asked.json");
    Path output = folder.resolve("judged.json");
    Files.writeString(input, asked(documents).toString());
    ProcessBuilder builder =
        new ProcessBuilder("node", SCRIPT.toString())
            .redirectInput(input.toFile())
            .redirectOutput(output.toFile())
            .redirectError(folder.resolve("errors").toFile());
    builder.environment().put("NODE_PATH", MODULES.toString());

    int exitCode = builder.start().waitFor();

    assertThat(folder.resolve("errors")).content(StandardCharsets.UTF_8).isEmpty();
    assertThat(exitCode).isZero();
    List<Boolean> judged = new ArrayList<>();
    Schemas.read(Files.readString(output)).forEach(valid -> judged.add(valid.booleanValue()));
    return judged;
  }

  private static JsonNode asked(List<GoldenDocument> documents) {
    ObjectNode asked = JsonNodeFactory.instance.objectNode();
    ObjectNode schemas = asked.putObject("schemas");
    JsonSchemas.names().forEach(name -> schemas.set(name, Schemas.schema(name)));
    ArrayNode list = asked.putArray("documents");
    for (GoldenDocument document : documents) {
      list.addObject().put("name", document.schema()).put("text", document.text());
    }
    return asked;
  }
}
