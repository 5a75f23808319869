package vn.toancanh.model;

/** What stands in a cell. Later: playlist, map, hotspot. */
public sealed interface CellContent {
    /** Nothing; the tile shows its number. */
    record Empty() implements CellContent {}

    /** One camera. */
    record OfCamera(CameraId camera, StreamChoice choice) implements CellContent {}

    /** Something a newer version wrote; kept as it is, shown as unsupported. */
    record Unknown(String type, String json) implements CellContent {}

    CellContent EMPTY = new Empty();
}
