/** The objects in files of OpenSLO, by their kind. */

import { isYamlMap, type YamlMap } from "../text/yaml.ts";
import type { Remark } from "./model.ts";
import type { ForeignReader } from "./shape.ts";
import { textOf } from "./unread.ts";

/** An object of OpenSLO with its metadata. */
export interface SloObject {
  readonly file: string;
  readonly name: string;
  /** Where it stands, for messages. */
  readonly place: string;
  readonly title: string;
  /** All of it. */
  readonly map: YamlMap;
  readonly metadata: YamlMap;
  readonly spec: YamlMap;
}

const READ = ["SLO", "SLI", "Service", "DataSource"];

/** All objects that are read; of the others it is told why not. */
export function objectsByKind(
  objects: readonly { readonly file: string; readonly value: unknown }[],
  reader: ForeignReader,
  remarks: Remark[],
): ReadonlyMap<string, readonly SloObject[]> {
  const byKind = new Map<string, SloObject[]>();
  for (const { file, value } of objects) {
    if (!isYamlMap(value)) {
      remarks.push(remark("left-out", file, "", null, textOf(value), "it is no object of OpenSLO"));
      continue;
    }
    const kind = reader.text(value, "kind");
    const metadata = reader.map(value, "metadata");
    const name = reader.text(metadata, "name");
    const version = reader.text(value, "apiVersion");
    const place = `${kind || "object"} ${name} in ${file}`;
    if (version !== "openslo/v1") {
      remarks.push(remark("left-out", place, name, "apiVersion", version, "only openslo/v1 is read"));
    } else if (!READ.includes(kind)) {
      remarks.push(remark("left-out", place, name, "kind", kind, "alerting has no place in a KPI"));
    } else if (name === "") remarks.push(remark("left-out", place, name, "name", null, "it has no name"));
    else {
      const found = {
        file,
        name,
        place,
        title: reader.text(metadata, "displayName") || name,
        map: value,
        metadata,
        spec: reader.map(value, "spec"),
      };
      const known = byKind.get(kind);
      if (known === undefined) byKind.set(kind, [found]);
      else known.push(found);
    }
  }
  return byKind;
}

/** One remark, told in a line. */
export function remark(
  kind: Remark["kind"],
  place: string,
  subject: string,
  field: string | null,
  text: string | null,
  message: string,
): Remark {
  return { kind, place, subject, field, text, message };
}
