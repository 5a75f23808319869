package vn.toancanh.layouts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Cell;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.CellContent.Carousel;
import vn.toancanh.model.PictureView;
import vn.toancanh.model.StreamChoice;

/** Writes what stands in a tile in one line, always in the same words. */
final class ContentWriter {
    private ContentWriter() {}

    static String camera(CameraId id) {
        OptionalInt number = CameraNumbers.number(id);
        return number.isPresent() ? Integer.toString(number.getAsInt()) : Quoting.word(id.value());
    }

    static String stop(Carousel.Stop stop) {
        return stop.seconds() == Carousel.USUAL_SECONDS
                ? camera(stop.camera())
                : "{camera: " + camera(stop.camera()) + ", seconds: " + stop.seconds() + "}";
    }

    /** Of a tile whose shape says where it is. */
    static String line(CellContent content) {
        if (content instanceof CellContent.OfCamera(CameraId camera, StreamChoice choice, PictureView view)
                && choice == StreamChoice.AUTO
                && view.equals(PictureView.USUAL)) {
            return camera(camera);
        }
        return table(fields(content));
    }

    /** Of a tile with its place. */
    static String line(Cell cell) {
        List<String> fields = new ArrayList<>(place(cell));
        fields.addAll(fields(cell.content()));
        return table(fields);
    }

    static List<String> place(Cell cell) {
        List<String> fields = new ArrayList<>(List.of("x: " + cell.x(), "y: " + cell.y()));
        if (cell.width() != 1) {
            fields.add("w: " + cell.width());
        }
        if (cell.height() != 1) {
            fields.add("h: " + cell.height());
        }
        return fields;
    }

    private static String table(List<String> fields) {
        return fields.stream().collect(Collectors.joining(", ", "{", "}"));
    }

    private static List<String> fields(CellContent content) {
        List<String> fields = new ArrayList<>();
        switch (content) {
            case CellContent.Empty empty -> {
                // says nothing
            }
            case CellContent.OfCamera(CameraId camera, StreamChoice choice, PictureView view) -> {
                fields.add("camera: " + camera(camera));
                if (choice != StreamChoice.AUTO) {
                    fields.add("role: " + choice.name().toLowerCase(Locale.ROOT));
                }
                if (view.fit() != PictureView.Fit.USUAL) {
                    fields.add("fit: " + view.fit().name().toLowerCase(Locale.ROOT));
                }
                if (view.quarters() != 0) {
                    fields.add("turn: " + 90 * view.quarters());
                }
            }
            case Carousel(List<Carousel.Stop> stops) ->
                fields.add("carousel: "
                        + stops.stream().map(ContentWriter::stop).collect(Collectors.joining(", ", "[", "]")));
            case CellContent.Hotspot hotspot -> fields.add("hotspot: true");
            case CellContent.Unknown(String type, String json) -> fields.add("content: " + kept(type, json));
        }
        return fields;
    }

    /** What a later version wrote, in one line; where it is none that can be read, its kind alone. */
    private static String kept(String type, String json) {
        try {
            Node node = Nodes.read(json);
            if (node instanceof Node.Fields fields && fields.all().containsKey("type")) {
                return node.json();
            }
        } catch (Unreadable damaged) {
            // then the kind is what is known of it
        }
        return "{\"type\": " + Quoting.quoted(type.isBlank() ? "?" : type) + "}";
    }
}
