#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes files that mean harm, or that somebody broke on the way, each in a folder of its own.

    make_hostile.py FOLDER

The same files every time. FOLDER/list.tsv names them: file, verdict, what it is; the verdict is `error` where nothing
can be had from the file and it must be refused, `clean` where all or some of it must come in, and `either` where both
are honest answers (a flipped bit may be seen or not). The verdicts hold for whoever says in which reference system
the file is: what it says of that itself is then not needed.
"""

import io
import json
import os
import random
import sqlite3
import struct
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path

CASES = []


def case(name, verdict, what):
    """Registers a maker: it gets its folder and gives the file to be opened, or the bytes of a file called `name`."""

    def note(make):
        CASES.append((name, verdict, what, make))
        return make

    return note


def of_bytes(name, verdict, what, data):
    CASES.append((name, verdict, what, lambda folder: data))


def point(lon, lat, **properties):
    return {"type": "Feature", "properties": properties, "geometry": {"type": "Point", "coordinates": [lon, lat]}}


def collection(*features, **members):
    return json.dumps({"type": "FeatureCollection", **members, "features": list(features)}).encode()


GOOD = collection(*[point(7.6 + i / 1000, 45.0, codice=f"TO-{i}", note="città") for i in range(20)])


def zipped(members, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()


BASES = {}


def make_bases(folder):
    """One honest file of each format, by the library that most of the world writes them with."""
    source = folder / "good.geojson"
    source.write_bytes(GOOD)
    drivers = {"shp": "ESRI Shapefile", "gpkg": "GPKG", "kml": "KML", "fgb": "FlatGeobuf", "gpx": "GPX", "dxf": "DXF",
               "xlsx": "XLSX", "ods": "ODS"}
    for ending, driver in drivers.items():
        options = ["-lco", "SPATIAL_INDEX=NO"] if ending == "gpkg" else []
        if ending == "shp":
            options = ["-lco", "ENCODING=UTF-8"]
        if ending in ("gpx", "dxf"):
            options += ["-select", ""]
        subprocess.run(["ogr2ogr", "-f", driver, folder / f"good.{ending}", source, *options], check=True,
                       capture_output=True)
    (folder / "good.csv").write_text("lon,lat,codice,note\n" +
                                     "".join(f"{7.6 + i / 1000},45.0,TO-{i},città\n" for i in range(20)))
    (folder / "good.osm").write_text(
        '<?xml version="1.0"?><osm version="0.6">' +
        "".join(f'<node id="{i}" lat="45" lon="{7.6 + i / 1000}"><tag k="man_made" v="surveillance"/></node>'
                for i in range(1, 20)) + "</osm>")
    BASES["geojson"] = GOOD
    for file in folder.glob("good.*"):
        BASES[file.suffix[1:]] = file.read_bytes()
    BASES["zip"] = zipped([(f"good.{e}", BASES[e]) for e in ("shp", "shx", "dbf", "prj", "cpg")])
    BASES["kmz"] = zipped([("doc.kml", BASES["kml"])])


FORMATS = ["geojson", "gpkg", "kml", "kmz", "fgb", "gpx", "dxf", "xlsx", "ods", "csv", "osm", "zip", "shp"]


def beside(folder, **parts):
    """A shapefile of the honest one with some of its files replaced (None: missing)."""
    for ending in ("shp", "shx", "dbf", "prj", "cpg"):
        data = parts.get(ending, BASES[ending])
        if data is not None:
            (folder / f"input.{ending}").write_bytes(data)
    return folder / "input.shp"


def patched(data, at, new):
    return data[:at] + new + data[at + len(new):]


# --- broken on the way -------------------------------------------------------------------------------------------------

def broken_on_the_way():
    for ending in FORMATS:
        data = BASES[ending]
        of_bytes(f"empty.{ending}", "error", "no byte at all", b"")
        of_bytes(f"one-byte.{ending}", "error", "its first byte alone", data[:1])
        half = "clean" if ending in ("csv",) else "either"
        if ending == "shp":
            CASES.append(("half.shp", "either", "the first half, its side files whole",
                          lambda folder: beside(folder, shp=BASES["shp"][:len(BASES["shp"]) // 2])))
        else:
            of_bytes(f"half.{ending}", half, "the first half", data[:len(data) // 2])
        of_bytes(f"cut.{ending}", "either", "without its last three bytes", data[:-3])
        dice = random.Random(ending)
        for round_ in range(2):
            flipped = bytearray(data)
            for _ in range(1 + len(data) // 200):
                flipped[dice.randrange(len(flipped))] ^= 1 << dice.randrange(8)
            of_bytes(f"flipped-{round_}.{ending}", "either", "bits turned over here and there", bytes(flipped))
        noise = random.Random("noise" + ending).randbytes(5000)
        of_bytes(f"noise.{ending}", "error" if ending != "csv" else "either", "noise under an honest ending", noise)
        of_bytes(f"noise-behind-head.{ending}", "either", "an honest beginning, then noise", data[:64] + noise)


# --- lengths that lie --------------------------------------------------------------------------------------------------

def lying_lengths():
    shp, dbf, shx, fgb = BASES["shp"], BASES["dbf"], BASES["shx"], BASES["fgb"]
    lies = {
        "shp-file-length-huge": {"shp": patched(shp, 24, struct.pack(">i", 0x7FFFFFFF))},
        "shp-file-length-negative": {"shp": patched(shp, 24, struct.pack(">i", -5))},
        "shp-record-length-huge": {"shp": patched(shp, 104, struct.pack(">i", 0x7FFFFFF0))},
        "shp-record-length-negative": {"shp": patched(shp, 104, struct.pack(">i", -8))},
        "shp-record-length-zero": {"shp": patched(shp, 104, struct.pack(">i", 0))},
        "shp-polygon-parts-huge": {"shp": patched(shp, 108, struct.pack("<i", 5) + b"\0" * 32 +
                                                  struct.pack("<ii", 0x7FFFFFFF, 0x7FFFFFFF))},
        "shx-offsets-outside": {"shx": patched(shx, 100, struct.pack(">ii", 0x7FFFFFF0, 10))},
        "shx-offsets-negative": {"shx": patched(shx, 100, struct.pack(">ii", -100, 10))},
        "shx-longer-than-shp": {"shx": shx + struct.pack(">ii", 50, 10) * 100000},
        "dbf-rows-huge": {"dbf": patched(dbf, 4, struct.pack("<I", 0x7FFFFFFF))},
        "dbf-head-zero": {"dbf": patched(dbf, 8, struct.pack("<H", 0))},
        "dbf-head-huge": {"dbf": patched(dbf, 8, struct.pack("<H", 65535))},
        "dbf-row-length-zero": {"dbf": patched(dbf, 10, struct.pack("<H", 0))},
        "dbf-row-length-huge": {"dbf": patched(dbf, 10, struct.pack("<H", 65535))},
        "dbf-field-longer-than-row": {"dbf": patched(dbf, 48, b"\xff")},
        "dbf-missing": {"dbf": None},
        "shx-missing": {"shx": None},
        "prj-missing": {"prj": None},
        "cpg-missing": {"cpg": None},
        "all-side-files-missing": {"shx": None, "dbf": None, "prj": None, "cpg": None},
    }
    for name, parts in lies.items():
        CASES.append((f"{name}.shp", "either", "a shapefile whose parts do not fit",
                      lambda folder, parts=parts: beside(folder, **parts)))
    of_bytes("fgb-head-huge.fgb", "error", "a head of 4 GiB", patched(fgb, 8, struct.pack("<I", 0xFFFFFFF0)))
    of_bytes("fgb-offset-outside.fgb", "either", "offsets that lead out", patched(fgb, 12, b"\xff" * 40))
    of_bytes("zip-directory-outside.zip", "error", "the directory lies outside the file",
             patched(BASES["zip"], len(BASES["zip"]) - 6, struct.pack("<I", 0x7FFFFFFF)))
    of_bytes("zip-count-lies.zip", "error", "more members than there are",
             patched(BASES["zip"], len(BASES["zip"]) - 14, struct.pack("<HH", 65535, 65535)))
    of_bytes("pbf-block-huge.osm.pbf", "error", "a block of 2 GiB", struct.pack(">I", 0x7FFFFFFF) + b"\x0a\x09OSMHeader")
    of_bytes("pbf-head-then-nothing.osm.pbf", "error", "a head that promises 32 MiB",
             struct.pack(">I", 16) + b"\x0a\x09OSMHeader\x18\x80\x80\x80\x10")
    of_bytes("pbf-compressed-bomb.osm.pbf", "error", "a block that unpacks to more than it says", pbf_bomb())


def varint(number):
    out = b""
    while number > 127:
        out += bytes([number & 127 | 128])
        number >>= 7
    return out + bytes([number])


def pbf_bomb():
    packed = zlib.compress(b"\0" * 300_000_000, 9)
    blob = b"\x10" + varint(100) + b"\x1a" + varint(len(packed)) + packed
    head = b"\x0a\x09OSMHeader\x18" + varint(len(blob))
    return struct.pack(">I", len(head)) + head + blob


# --- depth -------------------------------------------------------------------------------------------------------------

def depth():
    n = 200_000
    of_bytes("arrays.geojson", "error", "two hundred thousand brackets", b"[" * n)
    of_bytes("objects.geojson", "error", "objects in objects", b'{"a":' * n + b"1" + b"}" * n)
    of_bytes("deep-properties.geojson", "either", "properties in properties",
             b'{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[7,45]},'
             b'"properties":{"a":' + b'{"a":' * n + b"1" + b"}" * n + b"}}]}")
    of_bytes("deep-coordinates.geojson", "either", "coordinates in coordinates",
             b'{"type":"Feature","properties":{},"geometry":{"type":"MultiPolygon","coordinates":' + b"[" * n + b"]" * n +
             b"}}")
    of_bytes("deep-collections.geojson", "either", "collections of geometries in one another",
             b'{"type":"Feature","properties":{},"geometry":' + b'{"type":"GeometryCollection","geometries":[' * 20000 +
             b'{"type":"Point","coordinates":[7,45]}' + b"]}" * 20000 + b"}")
    for ending, head, tag in (("kml", '<kml xmlns="http://www.opengis.net/kml/2.2">', "Folder"),
                              ("gpx", '<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1">', "extensions"),
                              ("osm", '<osm version="0.6">', "node")):
        text = head + f"<{tag}>" * n + f"</{tag}>" * n + f"</{ending}>"
        of_bytes(f"deep.{ending}", "error", "elements in elements", text.encode())
    of_bytes("deep-sheet.xlsx", "error", "elements in elements of a sheet", sheet("<a>" * n + "</a>" * n))
    blob = b"GP\0\1" + struct.pack("<i", 4326) + (b"\1" + struct.pack("<II", 7, 1)) * 50000

    def deep_geopackage(folder):
        return geopackage(folder, [blob])

    CASES.append(("deep-collections.gpkg", "either", "collections of geometries in one another", deep_geopackage))


# --- bombs -------------------------------------------------------------------------------------------------------------

def sheet(rows, head="", strings=None):
    """The honest workbook with other rows in its only sheet."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    other = {"xl/worksheets/sheet1.xml": f'{head}<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>'}
    if strings is not None:
        other["xl/sharedStrings.xml"] = strings
    with zipfile.ZipFile(io.BytesIO(BASES["xlsx"])) as honest:
        members = [(name, other.pop(name, honest.read(name))) for name in honest.namelist()]
    return zipped(members + list(other.items()))


def cells(*rows):
    text = ""
    for number, row in enumerate(rows, 1):
        text += f'<row r="{number}">'
        for column, value in enumerate(row):
            place = f"{chr(65 + column)}{number}"
            if value.startswith("<f>"):
                text += f'<c r="{place}" t="str">{value}<v>1</v></c>'
            else:
                text += f'<c r="{place}" t="inlineStr"><is><t>{value}</t></is></c>'
        text += "</row>"
    return text


LAUGHS = ('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">' +
          "".join(f'<!ENTITY {chr(98 + i)} "{("&" + chr(97 + i) + ";") * 10}">' for i in range(12)) + "]>")
QUADRATIC = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "' + "x" * 100_000 + '">]>'
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/fstab">]>'
ONLINE = '<?xml version="1.0"?><!DOCTYPE x SYSTEM "http://192.0.2.1/x.dtd" [<!ENTITY a SYSTEM "http://192.0.2.1/">]>'


def bombs():
    zeros = b"\0" * 250_000_000
    of_bytes("bomb.kmz", "error", "a quarter of a gigabyte of nothing in a KMZ", zipped([("doc.kml", zeros)]))
    of_bytes("bomb.zip", "error", "a shapefile that unpacks to a quarter of a gigabyte",
             zipped([("a.shp", zeros), ("a.dbf", b"x"), ("a.shx", b"x")]))
    of_bytes("bomb.xlsx", "error", "a sheet that unpacks to a quarter of a gigabyte",
             zipped([("xl/workbook.xml", "<workbook/>"), ("xl/worksheets/sheet1.xml", zeros)]))
    of_bytes("bomb.ods", "error", "a sheet that unpacks to a quarter of a gigabyte",
             zipped([("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", zeros)]))
    one = zipped([("a.kml", b"\0" * 20_000_000)])
    of_bytes("zips-in-a-zip.zip", "error", "packed again and again", zipped([(f"{i}.zip", one) for i in range(50)]))
    of_bytes("many-members.zip", "error", "sixty thousand members", zipped([(f"{i}.txt", b"") for i in range(60_000)]))
    of_bytes("overlapping.zip", "error", "all members in the same place", overlapping())
    for label, head in (("laughs", LAUGHS), ("quadratic", QUADRATIC), ("outside", OUTSIDE), ("online", ONLINE)):
        entity = "&m;" if label == "laughs" else "&a;" * (20_000 if label == "quadratic" else 1)
        what = "entities that grow" if label in ("laughs", "quadratic") else "an entity from elsewhere"
        place = "<Point><coordinates>7.6,45</coordinates></Point>"
        texts = {
            "kml": f'<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>{entity}</name>{place}'
                   "</Placemark></Document></kml>",
            "gpx": '<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><wpt lat="45" lon="7.6"><name>'
                   f"{entity}</name></wpt></gpx>",
            "osm": '<osm version="0.6"><node id="1" lat="45" lon="7.6"><tag k="man_made" v="surveillance"/>'
                   f'<tag k="name" v="{entity}"/></node></osm>',
        }
        for ending, text in texts.items():
            of_bytes(f"{label}.{ending}", "either", what, (head + text).encode())
        of_bytes(f"{label}.xlsx", "either", what, sheet(cells(["lon", "lat", "nome"], ["7.6", "45", entity]), head))
        of_bytes(f"{label}.ods", "either", what, zipped([
            ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
            ("content.xml", f"{head}<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:"
                            f"1.0'><a>{entity}</a></office:document-content>")]))


def overlapping():
    """One compressed kernel that many directory entries name (after D. Fifield, A better zip bomb, 2019)."""
    kernel = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = kernel.compress(b"\0" * 5_000_000) + kernel.flush()
    crc = zlib.crc32(b"\0" * 5_000_000)
    local = struct.pack("<IHHHHHIIIHH", 0x04034B50, 20, 0, 8, 0, 33, crc, len(packed), 5_000_000, 5, 0) + b"a.shp"
    directory = b""
    for i in range(1000):
        name = f"{i}.shp".encode()
        directory += struct.pack("<IHHHHHHIIIHHHHHII", 0x02014B50, 20, 20, 0, 8, 0, 33, crc, len(packed), 5_000_000,
                                 len(name), 0, 0, 0, 0, 0, 0) + name
    body = local + packed
    return body + directory + struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 1000, 1000, len(directory), len(body), 0)


# --- databases ---------------------------------------------------------------------------------------------------------

BLOB = b"GP\0\1" + struct.pack("<i", 4326) + b"\1" + struct.pack("<Idd", 1, 7.6, 45.0)


def geopackage(folder, blobs, more="", table="cameras", name="input.gpkg"):
    file = folder / name
    db = sqlite3.connect(file)
    quoted = table.replace('"', '""')
    db.executescript(f"""
        PRAGMA application_id = 1196444487; PRAGMA user_version = 10300;
        CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT,
            organization_coordsys_id INTEGER, definition TEXT, description TEXT);
        CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, identifier TEXT, description TEXT,
            last_change TEXT, min_x, min_y, max_x, max_y, srs_id INTEGER);
        CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER,
            z, m);
        INSERT INTO gpkg_spatial_ref_sys VALUES ('WGS 84', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84",DATUM["WGS_1984",'
            || 'SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],'
            || 'AUTHORITY["EPSG","4326"]]', NULL);
        CREATE TABLE "{quoted}" (fid INTEGER PRIMARY KEY, geom BLOB, codice TEXT);""")
    db.execute("INSERT INTO gpkg_contents VALUES (?, 'features', ?, '', '2026-01-01T00:00:00Z', 7, 45, 8, 46, 4326)",
               (table, table))
    db.execute("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 'GEOMETRY', 4326, 0, 0)", (table,))
    db.executemany(f'INSERT INTO "{quoted}" (geom, codice) VALUES (?, ?)', [(b, f"G-{i}") for i, b in enumerate(blobs)])
    db.executescript(more)
    db.commit()
    db.close()
    return file


def databases():
    def with_more(name, verdict, what, more, blobs=(BLOB,), **further):
        CASES.append((name, verdict, what, lambda folder: geopackage(folder, blobs, more, **further)))

    view = ("DROP TABLE cameras; CREATE VIEW cameras AS {};")
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS fid, x'00' AS geom FROM n"
    with_more("endless-view.gpkg", "error", "a view without an end", view.format(endless))
    with_more("endless-view-beside.gpkg", "clean", "a view without an end beside an honest table",
              f"CREATE VIEW endless AS {endless}; INSERT INTO gpkg_contents (table_name, data_type) VALUES "
              "('endless', 'attributes');")
    with_more("cross-join-view.gpkg", "error", "a view that multiplies",
              "CREATE TABLE n (i); INSERT INTO n WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE "
              "i < 3000) SELECT i FROM c;" + view.format("SELECT a.i AS fid, x'00' AS geom FROM n a, n b, n c"))
    with_more("memory-view.gpkg", "error", "a view that asks for memory",
              view.format("SELECT 1 AS fid, zeroblob(1000000000) AS geom, hex(randomblob(500000000)) AS codice"))
    with_more("trigger.gpkg", "either", "a trigger on reading tables",
              "CREATE TRIGGER t AFTER INSERT ON gpkg_contents BEGIN DELETE FROM cameras; END;")
    with_more("generated-column.gpkg", "either", "a column that is worked out",
              "ALTER TABLE cameras ADD COLUMN g TEXT AS (hex(zeroblob(500000000)));")
    with_more("check-with-function.gpkg", "either", "an index over an expression",
              "CREATE INDEX i ON cameras (hex(codice)); CREATE INDEX j ON cameras (abs(fid));")
    with_more("virtual-table.gpkg", "either", "a virtual table as layer",
              "CREATE VIRTUAL TABLE v USING fts5(geom, codice); INSERT INTO gpkg_contents (table_name, data_type) "
              "VALUES ('v', 'features');")
    with_more("no-such-table.gpkg", "either", "a layer that is not there",
              "INSERT INTO gpkg_contents (table_name, data_type) VALUES ('ghost', 'features');")
    with_more("only-a-ghost.gpkg", "error", "nothing but a layer that is not there",
              "DROP TABLE cameras; UPDATE gpkg_contents SET table_name = 'ghost';")
    with_more("quote-in-name.gpkg", "clean", "quotes and semicolons in the name of a table", "",
              table='c"; DROP TABLE cameras; --')
    with_more("path-as-name.gpkg", "clean", "a path as the name of a table", "", table="../../../tmp/cameras")
    with_more("name-with-line-break.gpkg", "clean", "a line break in the name of a table", "", table="a\nb\tc")
    with_more("thousand-layers.gpkg", "either", "two thousand layers",
              "".join(f"CREATE TABLE t{i} (fid INTEGER PRIMARY KEY, a); INSERT INTO gpkg_contents (table_name, data_type) "
                      f"VALUES ('t{i}', 'attributes');" for i in range(2000)))
    with_more("many-columns.gpkg", "either", "eighteen hundred columns",
              "CREATE TABLE w (fid INTEGER PRIMARY KEY, " + ",".join(f"c{i}" for i in range(1800)) + ");"
              "INSERT INTO gpkg_contents (table_name, data_type) VALUES ('w', 'attributes');")
    with_more("system-of-nonsense.gpkg", "clean", "a reference system that makes no sense",
              "UPDATE gpkg_spatial_ref_sys SET definition = 'GEOGCS[', organization = 'X', organization_coordsys_id = 1;")
    with_more("system-that-is-a-path.gpkg", "clean", "a reference system that names a file",
              "UPDATE gpkg_spatial_ref_sys SET definition = '@/etc/fstab', organization = '/etc', "
              "organization_coordsys_id = 0;")
    with_more("texts-of-all-bytes.gpkg", "clean", "texts that are no UTF-8",
              "UPDATE cameras SET codice = CAST(x'FF00FE41' AS TEXT);")
    with_more("encoding-utf16.gpkg", "clean", "a column of other types than it says",
              "UPDATE cameras SET codice = x'0102'; ALTER TABLE cameras ADD COLUMN n INTEGER; UPDATE cameras SET n = 'x';")
    nan = struct.unpack("<d", b"\0\0\0\0\0\0\xf8\x7f")[0]
    head, one = b"GP\0\1" + struct.pack("<i", 4326), b"\1" + struct.pack("<I", 1)
    odd = {
        "nan": head + one + struct.pack("<dd", nan, nan),
        "infinite": head + one + struct.pack("<dd", float("inf"), 45),
        "huge": head + one + struct.pack("<dd", 1e300, -1e300),
        "count-lies": head + b"\1" + struct.pack("<II", 2, 0xFFFFFFFF) + b"\0" * 32,
        "rings-lie": head + b"\1" + struct.pack("<II", 3, 0x7FFFFFFF),
        "no-such-type": head + b"\1" + struct.pack("<I", 99) + b"\0" * 16,
        "envelope-lies": b"GP\0\x0f" + struct.pack("<i", 4326) + one,
        "head-alone": b"GP",
        "not-a-geometry": b"\x89PNG\r\n\x1a\n" * 50,
    }
    for name, blob in odd.items():
        with_more(f"geometry-{name}.gpkg", "clean", "one geometry that is none beside an honest one", "",
                  blobs=(blob, BLOB))

    def page_loop(folder):
        file = geopackage(folder, [BLOB] * 2000)
        data = bytearray(file.read_bytes())
        size = struct.unpack(">H", data[16:18])[0]
        for page in range(2, len(data) // size):  # interior pages lead to themselves
            at = page * size
            if data[at] in (2, 5):
                data[at + 8:at + 12] = struct.pack(">I", page + 1)
        file.write_bytes(data)
        return file

    CASES.append(("page-loop.gpkg", "error", "pages that lead to themselves", page_loop))

    def schema_of_noise(folder):
        file = geopackage(folder, [BLOB])
        data = file.read_bytes().replace(b"CREATE TABLE", b"CREATE TABXE")
        file.write_bytes(data)
        return file

    CASES.append(("schema-of-noise.gpkg", "error", "a schema that is no SQL", schema_of_noise))

    def hot_journal(folder):
        file = geopackage(folder, [BLOB])
        (folder / "input.gpkg-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\xff" * 4000)
        return file

    CASES.append(("journal-of-noise.gpkg", "either", "a journal beside it that is noise", hot_journal))

    def wal(folder):
        file = geopackage(folder, [BLOB])
        (folder / "input.gpkg-wal").write_bytes(struct.pack(">II", 0x377F0682, 3007000) + b"\xff" * 4000)
        return file

    CASES.append(("wal-of-noise.gpkg", "either", "a write-ahead log beside it that is noise", wal))


# --- links and disguises -------------------------------------------------------------------------------------------------

def links_and_disguises():
    for label, link in (("http", {"type": "link", "properties": {"href": "http://192.0.2.1/crs", "type": "proj4"}}),
                        ("file", {"type": "link", "properties": {"href": "file:///etc/fstab", "type": "ogcwkt"}}),
                        ("name", {"type": "name", "properties": {"name": "http://192.0.2.1/def/crs/EPSG/0/3003"}}),
                        ("path", {"type": "name", "properties": {"name": "/etc/fstab"}}),
                        ("grids", {"type": "name", "properties": {"name": "+proj=longlat +nadgrids=/etc/fstab"}}),
                        ("null", None), ("number", 3003), ("list", [1, 2])):
        verdict = "either" if label in ("null", "number", "list") else "clean"
        of_bytes(f"crs-{label}.geojson", verdict, "a reference system from elsewhere", collection(point(7.6, 45), crs=link))
    prjs = {
        "prj-path": b"@/etc/fstab", "prj-url": b"http://192.0.2.1/x.prj",
        "prj-grids": b"+proj=tmerc +lat_0=0 +lon_0=9 +nadgrids=/etc/fstab +units=m", "prj-init": b"+init=/etc/fstab:1",
        "prj-pipeline": b"+proj=pipeline +step +proj=hgridshift +grids=http://192.0.2.1/x.tif",
        "prj-noise": random.Random(7).randbytes(3000), "prj-empty": b"", "prj-huge": b"GEOGCS[" * 500_000,
        "prj-deep": b'COMPD_CS["a",' * 20_000, "prj-nul": b"\0" * 500,
    }
    for name, text in prjs.items():
        CASES.append((f"{name}.shp", "clean", "a reference system that is none",
                      lambda folder, text=text: beside(folder, prj=text)))
    vrt = (b'<OGRVRTDataSource><OGRVRTLayer name="fstab"><SrcDataSource>/etc/fstab</SrcDataSource></OGRVRTLayer>'
           b"</OGRVRTDataSource>")
    for ending in ("shp", "geojson", "kml", "gpkg", "gpx", "dxf", "fgb", "xlsx", "zip", "vrt", "xml"):
        of_bytes(f"vrt.{ending}", "error", "a virtual file under an honest ending", vrt)
    of_bytes("vrt.csv", "either", "a virtual file under the ending of a table", vrt)
    of_bytes("wfs.xml", "error", "a service in place of a file",
             b'<OGRWFSDataSource><URL>http://192.0.2.1/wfs</URL></OGRWFSDataSource>')
    of_bytes("gml.xml", "error", "GML with a schema from elsewhere",
             b'<gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml" xsi:schemaLocation="http://192.0.2.1/x '
             b'http://192.0.2.1/x.xsd" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>')
    of_bytes("network-link.kml", "either", "a KML that points elsewhere",
             b'<kml xmlns="http://www.opengis.net/kml/2.2"><Document><NetworkLink><Link><href>http://192.0.2.1/a.kml'
             b"</href></Link></NetworkLink></Document></kml>")
    of_bytes("topology.json", "error", "TopoJSON", b'{"type":"Topology","arcs":[[[0,0],[1,1]]],"objects":{"a":{"type":'
             b'"LineString","arcs":[0]}}}')
    of_bytes("service.json", "error", "the answer of a map service", b'{"objectIdFieldName":"OBJECTID","fields":[],'
             b'"features":[{"geometry":{"x":7,"y":45},"attributes":{}}],"exceededTransferLimit":true}')

    @case("link.geojson", "error", "a link to a file elsewhere")
    def link(folder):
        os.symlink("/etc/fstab", folder / "link.geojson")
        return folder / "link.geojson"

    @case("folder.shp", "error", "a folder with the ending of a file")
    def a_folder(folder):
        (folder / "folder.shp").mkdir()
        return folder / "folder.shp"

    @case("pipe.csv", "error", "a pipe that nobody writes to")
    def pipe(folder):
        os.mkfifo(folder / "pipe.csv")
        return folder / "pipe.csv"

    @case("side-file-link.shp", "either", "a side file that is a link elsewhere")
    def side_link(folder):
        file = beside(folder, prj=None)
        os.symlink("/etc/fstab", folder / "input.prj")
        return file


# --- archives ------------------------------------------------------------------------------------------------------------

def archives():
    parts = [(f"good.{e}", BASES[e]) for e in ("shp", "shx", "dbf", "prj")]

    def as_path(prefix):
        return zipped([(prefix + name, data) for name, data in parts])

    of_bytes("up.zip", "error", "members that lead up", as_path("../../"))
    of_bytes("absolute.zip", "error", "members with a whole path", as_path("/tmp/observo-hostile/"))
    of_bytes("backslash.zip", "either", "members that lead up on Windows", as_path("..\\..\\"))
    of_bytes("drive.zip", "either", "members on a drive", as_path("C:\\"))
    of_bytes("twice.zip", "either", "the same members twice", zipped(parts + [("good.shp", b"x")]))
    of_bytes("nothing-known.zip", "error", "nothing to read in it", zipped([("readme.txt", "hello"), ("a.exe", b"MZ")]))
    of_bytes("empty-directory.zip", "error", "no members", zipped([]))
    info = zipfile.ZipInfo("good.shp")
    info.external_attr = 0o120777 << 16
    of_bytes("member-is-link.zip", "either", "a member that is a link", zipped([(info, "/etc/fstab"), *parts[1:]]))
    encrypted = bytearray(BASES["zip"])
    at = 0
    while (at := encrypted.find(b"PK\1\2", at)) >= 0:
        encrypted[at + 8] |= 1
        at += 4
    of_bytes("encrypted.zip", "error", "members that are locked", bytes(encrypted))
    of_bytes("long-name.zip", "either", "a name of sixty thousand letters", zipped([("a" * 60_000 + ".shp", b"x")]))
    of_bytes("up.kmz", "error", "a KMZ whose members lead up", zipped([("../doc.kml", BASES["kml"])]))


# --- tables ----------------------------------------------------------------------------------------------------------------

def tables():
    head = b"lon,lat,nome\n"
    row = b"7.6,45.0,%s\n"
    for label, text in (("command", b"=cmd|'/C calc'!A0"), ("plus", b"+1+1"), ("minus", b"-2+3"), ("at", b"@SUM(1)"),
                        ("tab", b"\t=1+1"), ("link", b'"=HYPERLINK(""http://192.0.2.1"")"'),
                        ("dde", b"=DDE(\"\"cmd\"\";\"\"/C calc\"\")")):
        of_bytes(f"formula-{label}.csv", "clean", "a cell that a spreadsheet would work out", head + row % text)
    of_bytes("formula.xlsx", "clean", "cells with formulas", sheet(cells(
        ["lon", "lat", "nome"], ["7.6", "45.0", "<f>WEBSERVICE(\"http://192.0.2.1\")</f>"])))
    for word in (b"nan", b"NaN", b"inf", b"-inf", b"1e400", b"1e-400", b"0x10", b"--7", b"7,6,", b"", b"9" * 400):
        of_bytes(f"number-{word[:8].decode().strip(',') or 'none'}.csv", "either", "a coordinate that is no number",
                 head + b"7.6,45.0,good\n" + b'"' + word + b'",45.0,bad\n')
    of_bytes("no-rows.csv", "either", "a heading alone", head)
    of_bytes("no-columns.csv", "error", "no coordinates in it", b"a,b\n1,2\n")
    of_bytes("open-quote.csv", "either", "a quote that is never closed", head + b'7.6,45.0,"' + b"x" * 3_000_000)
    of_bytes("long-line.csv", "either", "a line of 30 MB", head + b"7.6,45.0," + b"x" * 30_000_000 + b"\n")
    of_bytes("wide.csv", "either", "a hundred thousand columns", b",".join(b"c%d" % i for i in range(100_000)) + b"\n" +
             b"," * 99_999)
    of_bytes("blank-lines.csv", "either", "two million empty lines", head + b"\n" * 2_000_000 + row % b"a")
    of_bytes("separators.csv", "either", "nothing but separators", b";" * 1_000_000)
    of_bytes("quotes.csv", "either", "nothing but quotes", b'"' * 1_000_001)
    of_bytes("nul.csv", "either", "zero bytes in the text", head + b"7.6,45.0,a\0b\n" * 50)
    of_bytes("same-names.csv", "either", "columns of one name", b"lon,lat,lon,lat,a,a\n7.6,45,1,2,x,y\n")
    of_bytes("short-and-long-rows.csv", "clean", "rows of other lengths",
             head + b"7.6\n7.6,45\n7.6,45,a,b,c,d\n" + row % b"a")
    of_bytes("returns.csv", "clean", "lines that end as on old Macs", head.replace(b"\n", b"\r") + b"7.6,45,a\r")
    text = "lon,lat,nome\n7.6,45.0,città è più\n"
    for encoding in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "cp437", "cp037", "utf-7", "koi8-r",
                     "shift_jis"):
        of_bytes(f"encoding-{encoding}.csv", "either", "texts of another encoding",
                 text.encode(encoding, errors="replace"))
    of_bytes("bom-twice.csv", "either", "two byte order marks", b"\xef\xbb\xbf\xef\xbb\xbf" + text.encode())
    of_bytes("overlong.csv", "clean", "overlong and halved letters", head + row % b"\xc0\xaf\xed\xa0\x80\xf8\x88\x80")
    of_bytes("separator-line.csv", "clean", "a first line that names the separator", b"sep=;\r\nlon;lat\r\n7,6;45,0\r\n")
    of_bytes("bells.csv", "clean", "control letters and directions", head + row % "\a\b\x1b[31m\u202e\u2066x".encode())
    of_bytes("huge-sheet-row.xlsx", "either", "a row beyond all sheets",
             sheet('<row r="4294967295"><c r="XFD4294967295" t="inlineStr"><is><t>a</t></is></c></row>'))
    of_bytes("string-outside.xlsx", "either", "a text that is not in the list",
             sheet('<row r="1"><c r="A1" t="s"><v>99999999</v></c></row>', strings="<sst/>"))
    of_bytes("repeated-columns.ods", "either", "a cell repeated two thousand million times", zipped([
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml",
         '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table='
         '"urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
         '<office:body><office:spreadsheet><table:table table:name="a"><table:table-row table:number-rows-repeated='
         '"2000000000"><table:table-cell table:number-columns-repeated="2000000000" office:value-type="string"><text:p>x'
         "</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body>"
         "</office:document-content>")]))


# --- JSON and the rest -------------------------------------------------------------------------------------------------------

def the_rest():
    def one(geometry):
        return (b'{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":' + geometry +
                b"}," + json.dumps(point(7.6, 45.0)).encode() + b"]}")

    for label, coordinates in (("nan", b"[NaN,NaN]"), ("infinite", b"[1e999,-1e999]"), ("text", b'["7.6","45"]'),
                               ("none", b"[]"), ("one", b"[7.6]"), ("null", b"[null,null]"), ("object", b"{}"),
                               ("digits", b"[" + b"9" * 100_000 + b",45]"), ("exponent", b"[1e" + b"9" * 1000 + b",1]"),
                               ("far", b"[1e300,-1e300]")):
        of_bytes(f"coordinates-{label}.geojson", "either", "coordinates that are none beside honest ones",
                 one(b'{"type":"Point","coordinates":' + coordinates + b"}"))
    of_bytes("twice.geojson", "either", "members twice",
             b'{"type":"FeatureCollection","type":"Feature","features":[],"features":[' +
             json.dumps(point(7.6, 45)).encode() + b"]}")
    of_bytes("features-no-list.geojson", "error", "features that are no list",
             b'{"type":"FeatureCollection","features":{"a":1}}')
    of_bytes("features-of-nulls.geojson", "either", "features that are nothing",
             b'{"type":"FeatureCollection","features":[null,1,"a",[],{}]}')
    of_bytes("long-text.geojson", "either", "a text of 20 MB", collection(point(7.6, 45, a="x" * 20_000_000)))
    of_bytes("many-members.geojson", "either", "fifty thousand properties",
             collection(point(7.6, 45, **{f"p{i}": i for i in range(50_000)})))
    of_bytes("surrogates.geojson", "clean", "halves of letters",
             b'{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":"\\ud800","b":"\\udc00\\ud800",'
             b'"c":"\\u0000"},"geometry":{"type":"Point","coordinates":[7.6,45]}}]}')
    of_bytes("comment.geojson", "error", "a comment, which JSON has not", b"// hello\n" + GOOD)
    of_bytes("behind-the-end.geojson", "either", "more behind the end", GOOD + b"}}}}")
    of_bytes("utf-16.geojson", "either", "JSON in UTF-16", GOOD.decode().encode("utf-16"))
    of_bytes("other-bytes.geojson", "either", "texts that are no UTF-8",
             GOOD.replace("citt\\u00e0".encode(), b"citt\xe0"))
    wpt = '<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><wpt lat="{}" lon="{}"/></gpx>'
    for label, lat, lon in (("nan", "NaN", "NaN"), ("far", "1e300", "-1e300"), ("text", "north", "east")):
        of_bytes(f"place-{label}.gpx", "either", "a place that is none", wpt.format(lat, lon).encode())
    of_bytes("place-nan.kml", "either", "a place that is none", b'<kml xmlns="http://www.opengis.net/kml/2.2"><Placemark>'
             b"<Point><coordinates>nan,inf,1e999</coordinates></Point></Placemark></kml>")
    of_bytes("million-coordinates.kml", "either", "a line of a million places",
             b'<kml xmlns="http://www.opengis.net/kml/2.2"><Placemark><LineString><coordinates>' + b"7.6,45.0 " * 1_000_000 +
             b"</coordinates></LineString></Placemark></kml>")
    of_bytes("blocks-in-blocks.dxf", "either", "a drawing that contains itself",
             b"0\nSECTION\n2\nBLOCKS\n0\nBLOCK\n2\nA\n10\n0\n20\n0\n0\nINSERT\n2\nA\n10\n0\n20\n0\n0\nENDBLK\n0\nENDSEC\n"
             b"0\nSECTION\n2\nENTITIES\n0\nINSERT\n2\nA\n10\n0\n20\n0\n0\nENDSEC\n0\nEOF\n")
    of_bytes("array-of-blocks.dxf", "either", "a block a thousand million times",
             b"0\nSECTION\n2\nBLOCKS\n0\nBLOCK\n2\nA\n10\n0\n20\n0\n0\nPOINT\n10\n1\n20\n1\n0\nENDBLK\n0\nENDSEC\n0\n"
             b"SECTION\n2\nENTITIES\n0\nINSERT\n2\nA\n10\n0\n20\n0\n70\n32000\n71\n32000\n44\n1\n45\n1\n0\nENDSEC\n0\nEOF\n")
    for label, dbf in (("ldid", patched(BASES["dbf"], 29, b"\xff")), ("cpg", None), ("cpg-long", None)):
        parts = {"ldid": {"dbf": dbf, "cpg": None}, "cpg": {"cpg": b"NO-SUCH-CODE"},
                 "cpg-long": {"cpg": b"x" * 1_000_000}}[label]
        CASES.append((f"texts-{label}.shp", "either", "an encoding that nobody knows",
                      lambda folder, parts=parts: beside(folder, **parts)))
    nan = struct.pack("<d", float("nan"))
    CASES.append(("place-nan.shp", "clean", "a place that is none beside honest ones",
                  lambda folder: beside(folder, shp=patched(BASES["shp"], 112, nan + nan))))
    CASES.append(("place-infinite.shp", "clean", "a place that is none beside honest ones",
                  lambda folder: beside(folder, shp=patched(BASES["shp"], 112, struct.pack("<dd", float("inf"), 1e308)))))
    of_bytes("program.shp", "error", "a program", b"\x7fELF\2\1\1" + b"\0" * 500)
    of_bytes("picture.geojson", "error", "a picture", b"\x89PNG\r\n\x1a\n" + b"\0" * 500)
    of_bytes("document.csv", "either", "a PDF under the ending of a table", b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n" + b"x" * 500)


def main():
    folder = Path(sys.argv[1])
    (folder / "honest").mkdir(parents=True)
    make_bases(folder / "honest")
    for group in (broken_on_the_way, lying_lengths, depth, bombs, databases, links_and_disguises, archives, tables,
                  the_rest):
        group()
    lines = []
    for number, (name, verdict, what, make) in enumerate(CASES, 1):
        own = folder / f"{number:03}-{Path(name).stem}"
        own.mkdir()
        made = make(own)
        if isinstance(made, bytes):
            (own / name).write_bytes(made)
            made = own / name
        lines.append(f"{made.relative_to(folder)}\t{verdict}\t{what}\n")
    (folder / "list.tsv").write_text("".join(lines))
    print(f"{len(lines)} files")


if __name__ == "__main__":
    main()
