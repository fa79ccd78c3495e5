package io.kbaudit.cli;

import io.kbaudit.report.json.JsonSchemas;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code kbaudit schema}: what the JSON documents that are written hold. */
final class SchemaCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("schema");
    spec.usageMessage()
        .description(
            "Prints the JSON Schema (draft 2020-12) of a JSON document; without a name, the names.")
        .footer(
            "",
            "audit           what 'kbaudit verify --report json' writes",
            "article         what 'kbaudit article show --report json' and 'article check' write",
            "inspection      what 'kbaudit inspect --report json' writes",
            "plan            what 'kbaudit plan --report json' writes",
            "baseline        what 'kbaudit baseline' writes",
            "profile         what 'kbaudit profile show --report json' writes",
            "identification  what 'kbaudit identify --report json' writes",
            "inventory       what 'kbaudit collect' writes",
            "comparison      what 'kbaudit diff --report json' writes",
            "waivers         what 'kbaudit verify --waivers' reads, in YAML",
            "",
            "Example:",
            "  kbaudit schema audit > audit.schema.json");
    return spec.addPositional(
            PositionalParamSpec.builder()
                .index("0")
                .arity("0..1")
                .paramLabel("NAME")
                .completionCandidates(JsonSchemas.names())
                .type(String.class)
                .description("One of those below.")
                .build())
        .addOption(Options.debug())
        .addOption(Options.help());
  }

  @Override
  public ExitCode run(ParseResult arguments, Console console)
      throws CannotAskException, IOException {
    Optional<String> name = Optional.ofNullable(arguments.matchedPositionalValue(0, null));
    String text =
        name.isPresent() ? schema(name.get()) : String.join("\n", JsonSchemas.names()) + "\n";
    Writer out = console.utf8Writer();
    out.write(text);
    out.flush();
    return ExitCode.OK;
  }

  private static String schema(String name) throws CannotAskException {
    Optional<String> schema = JsonSchemas.find(name);
    if (schema.isEmpty()) {
      throw new CannotAskException(
          "no schema is called '"
              + name
              + "'; there are "
              + String.join(", ", JsonSchemas.names())
              + Suggestion.afterAll(name, JsonSchemas.names()));
    }
    return schema.get();
  }
}
