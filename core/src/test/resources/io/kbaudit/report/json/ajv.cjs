// Reads {"schemas": {name: schema}, "documents": [{"name": ..., "text": ...}]} from standard input,
// and writes, as a list, of each document whether it is as the schema of its name has it.
const Ajv = require("ajv/dist/2020");

const asked = JSON.parse(require("fs").readFileSync(0, "utf8"));
const ajv = new Ajv({ allowUnionTypes: true, strictTypes: false });
for (const [name, schema] of Object.entries(asked.schemas)) {
  ajv.addSchema(schema, name);
}
const valid = asked.documents.map(({ name, text }) => ajv.validate(name, JSON.parse(text)));
process.stdout.write(JSON.stringify(valid));
