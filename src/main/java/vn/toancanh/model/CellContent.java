package vn.toancanh.model;

import java.util.List;

/** What stands in a cell. Later: map. */
public sealed interface CellContent {
    /** Nothing; the tile shows its number. */
    record Empty() implements CellContent {
        @Override
        public List<CameraId> cameras() {
            return List.of();
        }
    }

    /** One camera, and how its picture lies in the cell. */
    record OfCamera(CameraId camera, StreamChoice choice, PictureView view) implements CellContent {
        /** As pictures usually lie. */
        public OfCamera(CameraId camera, StreamChoice choice) {
            this(camera, choice, PictureView.USUAL);
        }

        @Override
        public List<CameraId> cameras() {
            return List.of(camera);
        }

        public OfCamera with(PictureView other) {
            return new OfCamera(camera, choice, other);
        }

        public OfCamera with(StreamChoice other) {
            return new OfCamera(camera, other, view);
        }
    }

    /** Cameras that take turns, from the first on and round again. */
    record Carousel(List<Stop> stops) implements CellContent {
        /** The most cameras of one. */
        public static final int MOST = 100;

        /** How long a camera is shown where nobody has said otherwise, seconds. */
        public static final int USUAL_SECONDS = 5;

        /**
         * One camera's turn.
         *
         * @param seconds how long, 1 to 3600
         */
        public record Stop(CameraId camera, int seconds) {
            public Stop {
                if (seconds < 1 || seconds > 3600) {
                    throw new IllegalArgumentException("a turn of " + seconds + " s");
                }
            }
        }

        public Carousel {
            stops = List.copyOf(stops);
            if (stops.isEmpty() || stops.size() > MOST) {
                throw new IllegalArgumentException("a carousel of " + stops.size());
            }
        }

        @Override
        public List<CameraId> cameras() {
            return stops.stream().map(Stop::camera).toList();
        }

        /** Each for so long. */
        public static Carousel of(List<CameraId> cameras, int seconds) {
            return new Carousel(
                    cameras.stream().map(camera -> new Stop(camera, seconds)).toList());
        }
    }

    /** Whatever camera was selected last, in any window of the desk, by its main stream. Which one that is, no layout says. */
    record Hotspot() implements CellContent {
        @Override
        public List<CameraId> cameras() {
            return List.of();
        }
    }

    /** Something a newer version wrote; kept as it is, shown as unsupported. */
    record Unknown(String type, String json) implements CellContent {
        @Override
        public List<CameraId> cameras() {
            return List.of();
        }
    }

    CellContent EMPTY = new Empty();

    CellContent HOTSPOT = new Hotspot();

    /** The type of what a server keeps from whoever asks: something stands there, and from where it comes the server alone can tell. */
    String WITHHELD = "withheld";

    /** True where something stands that whoever looks here may not see. */
    static boolean withheld(CellContent content) {
        return content instanceof Unknown unknown && unknown.type().equals(WITHHELD);
    }

    /** True where both are the same as far as anybody here can tell; of two that are withheld nobody can. */
    static boolean alike(CellContent one, CellContent other) {
        return one.equals(other) || (withheld(one) && withheld(other));
    }

    // Not a default method: the class of what is empty would then have to be made before this one, and the other way
    // round.
    /** The cameras that are or may come to be seen there. */
    List<CameraId> cameras();
}
