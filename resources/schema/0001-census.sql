-- SPDX-License-Identifier: GPL-3.0-or-later
-- A census: GeoPackage 1.3 with the tables of the records and of their history. Frozen once released.
-- The triggers that fill the change history are generated from the field table and added by the program.

PRAGMA application_id = 1196444487; -- "GPKG"
PRAGMA user_version = 10300;

-- GeoPackage: reference systems
CREATE TABLE gpkg_spatial_ref_sys (
    srs_name TEXT NOT NULL,
    srs_id INTEGER NOT NULL PRIMARY KEY,
    organization TEXT NOT NULL,
    organization_coordsys_id INTEGER NOT NULL,
    definition TEXT NOT NULL,
    description TEXT
);
INSERT INTO gpkg_spatial_ref_sys VALUES
    ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined Cartesian coordinate reference system'),
    ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
    ('WGS 84 geodetic', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]', 'longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid'),
    ('RDN2008', 6706, 'EPSG', 6706, 'GEOGCS["RDN2008",DATUM["Rete_Dinamica_Nazionale_2008",SPHEROID["GRS 1980",6378137,298.257222101,AUTHORITY["EPSG","7019"]],AUTHORITY["EPSG","1132"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","6706"]]', 'longitude/latitude coordinates in decimal degrees, Rete Dinamica Nazionale 2008');

-- GeoPackage: contents
CREATE TABLE gpkg_contents (
    table_name TEXT NOT NULL PRIMARY KEY,
    data_type TEXT NOT NULL,
    identifier TEXT UNIQUE,
    description TEXT DEFAULT '',
    last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
    min_x DOUBLE,
    min_y DOUBLE,
    max_x DOUBLE,
    max_y DOUBLE,
    srs_id INTEGER,
    CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
);

CREATE TABLE gpkg_geometry_columns (
    table_name TEXT NOT NULL,
    column_name TEXT NOT NULL,
    geometry_type_name TEXT NOT NULL,
    srs_id INTEGER NOT NULL,
    z TINYINT NOT NULL,
    m TINYINT NOT NULL,
    CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
    CONSTRAINT uk_gc_table_name UNIQUE (table_name),
    CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
    CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id)
);

CREATE TABLE gpkg_extensions (
    table_name TEXT,
    column_name TEXT,
    extension_name TEXT NOT NULL,
    definition TEXT NOT NULL,
    scope TEXT NOT NULL,
    CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name)
);

-- GeoPackage: schema extension (labels and code lists)
CREATE TABLE gpkg_data_columns (
    table_name TEXT NOT NULL,
    column_name TEXT NOT NULL,
    name TEXT,
    title TEXT,
    description TEXT,
    mime_type TEXT,
    constraint_name TEXT,
    CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name),
    CONSTRAINT gdc_tn UNIQUE (table_name, name)
);

CREATE TABLE gpkg_data_column_constraints (
    constraint_name TEXT NOT NULL,
    constraint_type TEXT NOT NULL,
    value TEXT,
    min NUMERIC,
    min_is_inclusive BOOLEAN,
    max NUMERIC,
    max_is_inclusive BOOLEAN,
    description TEXT,
    CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value)
);

-- GeoPackage: metadata extension
CREATE TABLE gpkg_metadata (
    id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL,
    md_scope TEXT NOT NULL DEFAULT 'dataset',
    md_standard_uri TEXT NOT NULL,
    mime_type TEXT NOT NULL DEFAULT 'text/xml',
    metadata TEXT NOT NULL DEFAULT ''
);

CREATE TABLE gpkg_metadata_reference (
    reference_scope TEXT NOT NULL,
    table_name TEXT,
    column_name TEXT,
    row_id_value INTEGER,
    timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
    md_file_id INTEGER NOT NULL,
    md_parent_id INTEGER,
    CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id),
    CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id)
);

INSERT INTO gpkg_extensions VALUES
    ('camera', 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec130/#extension_rtree', 'write-only'),
    ('gpkg_data_columns', NULL, 'gpkg_schema', 'http://www.geopackage.org/spec130/#extension_schema', 'read-write'),
    ('gpkg_data_column_constraints', NULL, 'gpkg_schema', 'http://www.geopackage.org/spec130/#extension_schema', 'read-write'),
    ('gpkg_metadata', NULL, 'gpkg_metadata', 'http://www.geopackage.org/spec130/#extension_metadata', 'read-write'),
    ('gpkg_metadata_reference', NULL, 'gpkg_metadata', 'http://www.geopackage.org/spec130/#extension_metadata', 'read-write');

-- The records, one column a field of the dictionary, in its order
CREATE TABLE camera (
    fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    geom POINT,
    camera_id TEXT,
    code TEXT,
    name TEXT,
    body_istat TEXT,
    site_code TEXT,
    system_code TEXT,
    position_method TEXT,
    anncsu_method TEXT,
    position_accuracy_m REAL,
    status TEXT,
    status_since DATE,
    reliability INTEGER,
    camera_type TEXT,
    camera_function TEXT,
    purpose TEXT,
    waste_reason TEXT,
    monitored_zone TEXT,
    mobility TEXT,
    valid_from DATE,
    valid_to DATE,
    mount_type TEXT,
    mount_height_m REAL,
    direction_deg REAL,
    pan_min_deg REAL,
    pan_max_deg REAL,
    tilt_deg REAL,
    roll_deg REAL,
    focal_mm REAL,
    focal_max_mm REAL,
    sensor_format TEXT,
    sensor_w_mm REAL,
    sensor_h_mm REAL,
    hfov_deg REAL,
    vfov_deg REAL,
    res_h_px INTEGER,
    res_v_px INTEGER,
    range_m REAL,
    ir_range_m REAL,
    day_night BOOLEAN,
    wdr BOOLEAN,
    design_level TEXT,
    signal_technology TEXT,
    brand TEXT,
    model TEXT,
    serial_no TEXT,
    firmware TEXT,
    onvif_profile TEXT,
    connectivity TEXT,
    power_supply TEXT,
    recording TEXT,
    audio_recorded BOOLEAN,
    analytics TEXT,
    privacy_mask TEXT,
    retention_hours INTEGER,
    retention_reason TEXT,
    ocr_class TEXT,
    approval_decree TEXT,
    approval_date DATE,
    lane_count INTEGER,
    lane_width_m REAL,
    context_camera_id TEXT,
    installed_on DATE,
    commissioned_on DATE,
    decommissioned_on DATE,
    last_verified_on DATE,
    verified_by TEXT,
    next_check_on DATE,
    declared_on DATE,
    federated BOOLEAN,
    operator TEXT,
    photo TEXT,
    attachments TEXT,
    visibility TEXT,
    notes TEXT,
    extra TEXT,
    row_version INTEGER,
    created_at DATETIME,
    created_by TEXT,
    updated_at DATETIME,
    updated_by TEXT
);

CREATE TABLE site (
    fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    site_id TEXT,
    site_code TEXT,
    site_name TEXT,
    body_istat TEXT,
    system_code TEXT,
    istat_code TEXT,
    locality TEXT,
    street_type TEXT,
    street_name TEXT,
    house_number INTEGER,
    house_suffix TEXT,
    house_specificity TEXT,
    metric_number INTEGER,
    anncsu_street_id TEXT,
    anncsu_access_id TEXT,
    site_notes TEXT,
    environment TEXT,
    site_kind TEXT,
    floor_plan_id TEXT,
    floor TEXT,
    plan_x REAL,
    plan_y REAL,
    sign_present TEXT,
    sign_updated_gdpr BOOLEAN,
    sign_count INTEGER,
    sign_checked_on DATE,
    extra TEXT,
    row_version INTEGER,
    created_at DATETIME,
    created_by TEXT,
    updated_at DATETIME,
    updated_by TEXT
);

CREATE TABLE system (
    fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    system_id TEXT,
    system_code TEXT,
    system_name TEXT,
    body_istat TEXT,
    ownership_type TEXT,
    data_controller TEXT,
    joint_controller TEXT,
    system_manager TEXT,
    data_processor TEXT,
    designated_officer TEXT,
    dpo_contact TEXT,
    emergency_contact TEXT,
    maintenance_contractor TEXT,
    maintenance_until DATE,
    control_room TEXT,
    linked_police TEXT,
    vms_name TEXT,
    vms_version TEXT,
    recorder_type TEXT,
    legal_regime TEXT,
    legal_basis TEXT,
    regulation_ref TEXT,
    dpia_status TEXT,
    dpia_date DATE,
    dpia_ref TEXT,
    security_pact_date DATE,
    cposp_approval_date DATE,
    funding_source TEXT,
    funding_year INTEGER,
    cup_code TEXT,
    programme TEXT,
    extra TEXT,
    row_version INTEGER,
    created_at DATETIME,
    created_by TEXT,
    updated_at DATETIME,
    updated_by TEXT
);

CREATE TABLE census (
    fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    census_id TEXT,
    schema_version TEXT,
    issuing_body TEXT,
    ipa_code TEXT,
    istat_code TEXT,
    cadastral_code TEXT,
    contact_email TEXT,
    crs_epsg INTEGER,
    positional_accuracy_m REAL,
    lineage TEXT,
    access_constraints TEXT,
    updated_at DATETIME
);

CREATE UNIQUE INDEX camera_by_uuid ON camera (camera_id);
CREATE INDEX camera_by_code ON camera (code);
CREATE INDEX camera_by_site ON camera (site_code);
CREATE UNIQUE INDEX site_by_uuid ON site (site_id);
CREATE INDEX site_by_code ON site (site_code);
CREATE UNIQUE INDEX system_by_uuid ON system (system_id);
CREATE INDEX system_by_code ON system (system_code);
CREATE UNIQUE INDEX census_by_uuid ON census (census_id);

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
    ('camera', 'features', 'camera', 'Telecamere', 6706),
    ('site', 'attributes', 'site', 'Postazioni', NULL),
    ('system', 'attributes', 'system', 'Impianti', NULL),
    ('census', 'attributes', 'census', 'Censimento', NULL);
INSERT INTO gpkg_geometry_columns VALUES ('camera', 'geom', 'POINT', 6706, 0, 0);

-- Spatial index of the cameras, with the triggers that the GeoPackage standard prescribes
CREATE VIRTUAL TABLE rtree_camera_geom USING rtree(id, minx, maxx, miny, maxy);
CREATE TRIGGER rtree_camera_geom_insert AFTER INSERT ON camera
WHEN (NEW.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
    INSERT OR REPLACE INTO rtree_camera_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_camera_geom_update1 AFTER UPDATE OF geom ON camera
WHEN OLD.fid = NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
    INSERT OR REPLACE INTO rtree_camera_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_camera_geom_update2 AFTER UPDATE OF geom ON camera
WHEN OLD.fid = NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))
BEGIN
    DELETE FROM rtree_camera_geom WHERE id = OLD.fid;
END;
CREATE TRIGGER rtree_camera_geom_update3 AFTER UPDATE ON camera
WHEN OLD.fid != NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
    DELETE FROM rtree_camera_geom WHERE id = OLD.fid;
    INSERT OR REPLACE INTO rtree_camera_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_camera_geom_update4 AFTER UPDATE ON camera
WHEN OLD.fid != NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))
BEGIN
    DELETE FROM rtree_camera_geom WHERE id IN (OLD.fid, NEW.fid);
END;
CREATE TRIGGER rtree_camera_geom_delete AFTER DELETE ON camera
WHEN OLD.geom NOT NULL
BEGIN
    DELETE FROM rtree_camera_geom WHERE id = OLD.fid;
END;

-- The history. change_log is the chain; what the entries say of people stands in log_payload, so that it can be erased
-- while the chain still holds.
CREATE TABLE observo_schema (
    version INTEGER PRIMARY KEY NOT NULL,
    applied_at TEXT NOT NULL,
    program TEXT NOT NULL
);

CREATE TABLE observo_counter (
    name TEXT PRIMARY KEY NOT NULL,
    value INTEGER NOT NULL
) WITHOUT ROWID;
-- The last numbers given out, and whether a trigger is completing a row of another program just now.
INSERT INTO observo_counter VALUES ('camera', 0), ('site', 0), ('system', 0), ('completing', 0);

CREATE TABLE change_set (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    host TEXT,
    program TEXT NOT NULL,
    label TEXT NOT NULL,
    reason TEXT,
    recipient TEXT,
    edits INTEGER NOT NULL,
    first_seq INTEGER NOT NULL,
    last_seq INTEGER NOT NULL,
    undoes INTEGER,
    redoes INTEGER
);

CREATE TABLE change_log (
    seq INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    set_id INTEGER,
    at TEXT NOT NULL,
    action TEXT NOT NULL,
    kind TEXT,
    record TEXT,
    payload_hash BLOB,
    row_hash BLOB,
    hash BLOB
);
CREATE INDEX change_log_by_record ON change_log (record) WHERE record IS NOT NULL;

CREATE TABLE log_payload (
    seq INTEGER PRIMARY KEY NOT NULL,
    salt BLOB NOT NULL,
    before TEXT,
    after TEXT
);

CREATE TABLE row_seal (
    uuid TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    hash BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE tombstone (
    uuid TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    body_istat TEXT,
    code TEXT,
    removed_at TEXT NOT NULL,
    removed_by TEXT,
    reason TEXT,
    last_state TEXT
) WITHOUT ROWID;

CREATE TRIGGER observo_log_sealed BEFORE UPDATE ON change_log
WHEN OLD.hash IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'an entry of the change log cannot be changed');
END;
CREATE TRIGGER observo_log_kept BEFORE DELETE ON change_log
BEGIN
    SELECT RAISE(ABORT, 'an entry of the change log cannot be removed');
END;
CREATE TRIGGER observo_payload_fixed BEFORE UPDATE ON log_payload
BEGIN
    SELECT RAISE(ABORT, 'the content of the change log can be erased but not changed');
END;
CREATE TRIGGER observo_set_fixed BEFORE UPDATE ON change_set
BEGIN
    SELECT RAISE(ABORT, 'a change set cannot be changed');
END;
CREATE TRIGGER observo_set_kept BEFORE DELETE ON change_set
BEGIN
    SELECT RAISE(ABORT, 'a change set cannot be removed');
END;
