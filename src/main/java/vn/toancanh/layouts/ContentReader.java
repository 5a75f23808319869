package vn.toancanh.layouts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.CellContent.Carousel;
import vn.toancanh.model.PictureView;
import vn.toancanh.model.StreamChoice;

/** Reads what stands in a tile, in the words of a file and in those of the server's contract. */
final class ContentReader {
    static final String CAMERA = "camera";
    static final String CAROUSEL = "carousel";
    static final String HOTSPOT = "hotspot";
    static final String CONTENT = "content";
    static final String SECONDS = "seconds";

    private static final String TYPE = "type";
    private static final int LONGEST_ID = 64;
    private static final int MOST_SECONDS = 3600;
    private static final int HIGHEST_NUMBER = 999_999;

    private static final Map<String, StreamChoice> ROLES =
            Map.of("auto", StreamChoice.AUTO, "main", StreamChoice.MAIN, "sub", StreamChoice.SUB);
    private static final Map<String, PictureView.Fit> FITS =
            Map.of("whole", PictureView.Fit.WHOLE, "fill", PictureView.Fit.FILL);
    private static final int QUARTER = 90;

    private final Faults faults;

    ContentReader(Faults faults) {
        this.faults = faults;
    }

    /** What stands behind a tile's number where the shape says where the tile is. */
    CellContent tile(Node node) {
        if (node instanceof Node.Scalar scalar) {
            return scalar.nothing()
                    ? CellContent.EMPTY
                    : camera(scalar).<CellContent>map(this::usual).orElse(CellContent.EMPTY);
        }
        Optional<Node.Fields> fields = Form.fields(node, "tiles", faults);
        if (fields.isEmpty()) {
            return CellContent.EMPTY;
        }
        Form form = new Form(fields.get(), faults);
        CellContent content = tile(form);
        form.done();
        return content;
    }

    /** The same from a table of which somebody else has read where the tile is. */
    CellContent tile(Form form) {
        long kinds = List.of(CAMERA, CAROUSEL, HOTSPOT, CONTENT).stream()
                .filter(form::has)
                .count();
        if (kinds > 1) {
            faults.add(form.spot(), "layouts.oneOf");
        }
        // Asked for even where they are not there, so that they are named to who wrote another word.
        Optional<Node> camera = form.find(CAMERA);
        form.passOver(List.of(CAROUSEL, HOTSPOT, CONTENT));
        if (camera.isPresent()) {
            Optional<CameraId> read = camera(camera.get());
            StreamChoice choice = choice(form);
            PictureView view = view(form);
            return read.<CellContent>map(id -> new CellContent.OfCamera(id, choice, view))
                    .orElse(CellContent.EMPTY);
        }
        if (form.has(CAROUSEL)) {
            return carousel(
                    form.items(CAROUSEL, Carousel.MOST).stream().map(this::stop).toList());
        }
        if (form.has(HOTSPOT)) {
            return form.word(HOTSPOT, Map.of("true", CellContent.HOTSPOT), CellContent.EMPTY);
        }
        return form.has(CONTENT)
                ? form.fields(CONTENT).map(this::content).orElse(CellContent.EMPTY)
                : CellContent.EMPTY;
    }

    private CellContent usual(CameraId camera) {
        return new CellContent.OfCamera(camera, StreamChoice.AUTO);
    }

    private StreamChoice choice(Form form) {
        return form.word("role", ROLES, StreamChoice.AUTO);
    }

    private PictureView view(Form form) {
        return new PictureView(form.word("fit", FITS, PictureView.Fit.USUAL), quarters(form));
    }

    private int quarters(Form form) {
        Optional<Node> turn = form.find("turn");
        if (turn.isEmpty()) {
            return 0;
        }
        OptionalInt degrees = turn.get() instanceof Node.Scalar scalar ? scalar.whole() : OptionalInt.empty();
        int read = degrees.orElse(-1);
        if (read < 0 || read > 3 * QUARTER || read % QUARTER != 0) {
            faults.add(turn.get().spot(), "layouts.word", "turn", "0, 90, 180, 270");
            return 0;
        }
        return read / QUARTER;
    }

    private static CellContent carousel(List<Optional<Carousel.Stop>> stops) {
        List<Carousel.Stop> right = stops.stream().flatMap(Optional::stream).toList();
        return right.isEmpty() ? CellContent.EMPTY : new Carousel(right);
    }

    private Optional<Carousel.Stop> stop(Node node) {
        if (node instanceof Node.Scalar scalar) {
            return camera(scalar).map(camera -> new Carousel.Stop(camera, Carousel.USUAL_SECONDS));
        }
        Optional<Node.Fields> fields = Form.fields(node, CAROUSEL, faults);
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        Form form = new Form(fields.get(), faults);
        Optional<Node> named = form.find(CAMERA);
        if (named.isEmpty()) {
            form.missing(CAMERA);
        }
        int seconds = form.whole(SECONDS, 1, MOST_SECONDS, Carousel.USUAL_SECONDS);
        form.done();
        return named.flatMap(this::camera).map(camera -> new Carousel.Stop(camera, seconds));
    }

    /** A bare number is the operators', everything else is the server's id. */
    private Optional<CameraId> camera(Node node) {
        if (node instanceof Node.Scalar scalar && scalar.whole().isPresent()) {
            return number(node);
        }
        if (node instanceof Node.Scalar scalar
                && scalar.isText()
                && !scalar.text().isBlank()
                && scalar.text().length() <= LONGEST_ID) {
            return Optional.of(new CameraId(scalar.text()));
        }
        faults.add(node.spot(), "layouts.camera");
        return Optional.empty();
    }

    private Optional<CameraId> number(Node node) {
        OptionalInt number = Form.whole(node, CAMERA, 1, HIGHEST_NUMBER, faults);
        return number.isPresent() ? Optional.of(CameraNumbers.id(number.getAsInt())) : Optional.empty();
    }

    /** As the contract has it; what only a later version knows is kept as it is. */
    CellContent content(Node.Fields fields) {
        Form form = new Form(fields, faults);
        Optional<String> type = form.text(TYPE, LONGEST_ID);
        if (type.isEmpty()) {
            return CellContent.EMPTY;
        }
        CellContent read = switch (type.get()) {
            case "empty" -> CellContent.EMPTY;
            case HOTSPOT -> CellContent.HOTSPOT;
            case CAMERA -> {
                Optional<CameraId> camera = named(form);
                StreamChoice choice = choice(form);
                PictureView view = view(form);
                yield camera.<CellContent>map(id -> new CellContent.OfCamera(id, choice, view))
                        .orElse(CellContent.EMPTY);
            }
            case "playlist" -> playlist(form);
            default -> new CellContent.Unknown(type.get(), fields.json());
        };
        if (!(read instanceof CellContent.Unknown)) {
            form.done();
        }
        return read;
    }

    private CellContent playlist(Form form) {
        List<Optional<Carousel.Stop>> stops = new ArrayList<>();
        for (Node item : form.items("items", Carousel.MOST)) {
            Form.fields(item, "items", faults).ifPresent(fields -> {
                Form stop = new Form(fields, faults);
                Optional<CameraId> camera = named(stop);
                int seconds = stop.whole(SECONDS, 1, MOST_SECONDS, Carousel.USUAL_SECONDS);
                stop.done();
                stops.add(camera.map(id -> new Carousel.Stop(id, seconds)));
            });
        }
        return carousel(stops);
    }

    private Optional<CameraId> named(Form form) {
        Optional<Node> number = form.find("number");
        @Nullable Node id = form.find("cameraId").orElse(null);
        if (number.isPresent()) {
            return number(number.get());
        }
        if (id == null) {
            form.missing("number");
            return Optional.empty();
        }
        return Form.text(id, "cameraId", LONGEST_ID, faults).map(CameraId::new);
    }
}
