package vn.toancanh.model;

/** What stands in a cell. Later: playlist, map, hotspot. */
public sealed interface CellContent {
    /** Nothing; the tile shows its number. */
    record Empty() implements CellContent {}

    /** One camera, and how its picture lies in the cell. */
    record OfCamera(CameraId camera, StreamChoice choice, PictureView view) implements CellContent {
        /** As pictures usually lie. */
        public OfCamera(CameraId camera, StreamChoice choice) {
            this(camera, choice, PictureView.USUAL);
        }

        public OfCamera with(PictureView other) {
            return new OfCamera(camera, choice, other);
        }
    }

    /** Something a newer version wrote; kept as it is, shown as unsupported. */
    record Unknown(String type, String json) implements CellContent {}

    CellContent EMPTY = new Empty();
}
