#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What QGIS takes for a step that observo-bench measures too. Needs Debian's python3-qgis.

Usage: QT_QPA_PLATFORM=offscreen /usr/bin/python3 qgis_peer.py CASE LAYER.gpkg
Prints one number, milliseconds. LAYER.gpkg holds the layer `camera`; the case `edit` changes it.
"""
import os
import sys
import time

from qgis.core import (QgsApplication, QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsExpression,
                       QgsFeatureRequest, QgsGeometry, QgsGeometryGeneratorSymbolLayer, 
                       QgsMapRendererSequentialJob, QgsMapSettings, QgsMarkerSymbol,
                       QgsPointXY, QgsProject, QgsRectangle, QgsSingleSymbolRenderer, QgsVectorLayer)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor

MAP = QgsCoordinateReferenceSystem("EPSG:7791")
FILTER = "status = 'active' and camera_type in ('ptz', 'fixed') and retention_hours > 168"
SEARCH = "name ilike '%piazza%' and name ilike '%garib%'"


def layer_of(path):
    layer = QgsVectorLayer(path + "|layername=camera", "camera", "ogr")
    if not layer.isValid():
        sys.exit("qgis_peer.py: cannot open the layer camera of " + path)
    circle = QgsMarkerSymbol.createSimple({"name": "circle", "size": "2", "color": "#1565c0"})
    layer.setRenderer(QgsSingleSymbolRenderer(circle))
    return layer


def with_sectors(layer):
    """Fields of view as polygons in true metres, as a skilled user sets them up today, under the circles."""
    wedge = QgsGeometryGeneratorSymbolLayer.create({
        "geometryModifier": "transform(wedge_buffer(transform($geometry, 'EPSG:4326', 'EPSG:7791'), direction_deg, "
                            "hfov_deg, range_m), 'EPSG:7791', 'EPSG:4326')",
        "SymbolType": "Fill"})
    wedge.subSymbol().setColor(QColor(21, 101, 192, 60))
    symbol = layer.renderer().symbol()
    symbol.insertSymbolLayer(0, wedge)
    return layer


def settings_of(layer, metres_per_pixel):
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setOutputSize(QSize(1920, 1080))
    settings.setDestinationCrs(MAP)
    to_map = QgsCoordinateTransform(layer.crs(), MAP, QgsProject.instance())
    if metres_per_pixel is None:
        settings.setExtent(to_map.transformBoundingBox(layer.extent()))
        return settings
    place = to_map.transform(densest(layer))
    half = QgsPointXY(960 * metres_per_pixel, 540 * metres_per_pixel)
    settings.setExtent(QgsRectangle(place.x() - half.x(), place.y() - half.y(), place.x() + half.x(),
                                    place.y() + half.y()))
    return settings


def densest(layer):
    cells = {}
    best = None
    for feature in layer.getFeatures(QgsFeatureRequest().setNoAttributes()):
        point = feature.geometry().asPoint()
        cell = (int(point.x() * 50), int(point.y() * 50))
        cells[cell] = cells.get(cell, 0) + 1
        if best is None or cells[cell] > best[0]:
            best = (cells[cell], point)
    return best[1]


def paint(settings):
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    if job.renderedImage().isNull():
        sys.exit("qgis_peer.py: nothing was drawn")


def milliseconds(work):
    start = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - start)


def redraw(layer, metres_per_pixel=None):
    settings = settings_of(layer, metres_per_pixel)
    paint(settings)
    return milliseconds(lambda: paint(settings))


def edit(layer):
    first = next(layer.getFeatures(QgsFeatureRequest().setLimit(1)))
    point = first.geometry().asPoint()
    layer.startEditing()
    times = []
    for step in range(9):
        shift = 1e-6 if step % 2 else -1e-6
        layer.changeGeometry(first.id(), QgsGeometry.fromPointXY(QgsPointXY(point.x() + shift, point.y())))
        times.append(milliseconds(lambda: layer.commitChanges(False) or sys.exit(str(layer.commitErrors()))))
    return sorted(times)[len(times) // 2]


def thousand(layer, change):
    features = list(layer.getFeatures(QgsFeatureRequest().setLimit(1000)))
    name, direction = layer.fields().indexOf("name"), layer.fields().indexOf("direction_deg")
    layer.startEditing()
    times = []
    for step in range(5):
        for feature in features:
            point = feature.geometry().asPoint()
            if change == "moves":
                shift = 1e-6 * (step + 1)
                layer.changeGeometry(feature.id(), QgsGeometry.fromPointXY(QgsPointXY(point.x() + shift, point.y())))
            else:
                layer.changeAttributeValue(feature.id(), name, "changed %d" % step)
                layer.changeAttributeValue(feature.id(), direction, float(step))
        times.append(milliseconds(lambda: layer.commitChanges(False) or sys.exit(str(layer.commitErrors()))))
    return sorted(times)[len(times) // 2]


def count(layer, expression):
    found = []
    request = QgsFeatureRequest(QgsExpression(expression)).setFlags(QgsFeatureRequest.NoGeometry)
    request.setSubsetOfAttributes([0])
    taken = milliseconds(lambda: found.extend(f.id() for f in layer.getFeatures(request)))
    return taken if found else sys.exit("qgis_peer.py: nothing was found")


def main():
    case, path = sys.argv[1:3]
    application = QgsApplication([], True)
    application.initQgis()
    if case == "open":
        kept = []  # the map's settings do not hold the layer; without this nothing would be drawn

        def open_and_paint():
            kept.append(layer_of(path))
            paint(settings_of(kept[0], None))
        taken = milliseconds(open_and_paint)
    else:
        layer = layer_of(path)
        taken = {
            "full": lambda: redraw(layer),
            "town": lambda: redraw(with_sectors(layer), 2.0),
            "edit": lambda: edit(layer),
            "moves": lambda: thousand(layer, "moves"),
            "changes": lambda: thousand(layer, "changes"),
            "filter": lambda: count(layer, FILTER),
            "search": lambda: count(layer, SEARCH),
        }[case]()
    print("%.3f" % taken, flush=True)
    os._exit(0)  # taking QGIS down in order crashes now and then, and what was asked is said


if __name__ == "__main__":
    main()
