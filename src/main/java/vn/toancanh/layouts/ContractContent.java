package vn.toancanh.layouts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.CellContent.Carousel;
import vn.toancanh.model.Layout;
import vn.toancanh.model.PictureView;
import vn.toancanh.model.StreamChoice;

/**
 * The words of the server's contract for what stands in a cell and for whom a layout is, which server and client both write here and read
 * here. JSON is what any library makes of it: maps, lists, texts, numbers; which one, whoever uses this says. Any thread.
 */
public final class ContractContent {
    private static final String TYPE = "type";
    private static final String CAMERA_ID = "cameraId";
    private static final String SECONDS = "seconds";
    private static final int LONGEST_ID = 64;
    private static final int LONGEST_TURN = 3600;
    private static final int QUARTER = 90;

    private final Function<String, Optional<Object>> parse;

    /** @param parse JSON that only a later version knows, as something that whoever writes it can write again; empty where it is none */
    public ContractContent(Function<String, Optional<Object>> parse) {
        this.parse = parse;
    }

    /** What is to be written for it: a map, or what the library made of content that only a later version knows. */
    public Object write(CellContent content) {
        Map<String, Object> fields = new LinkedHashMap<>();
        switch (content) {
            case CellContent.Empty empty -> fields.put(TYPE, "empty");
            case CellContent.OfCamera(CameraId camera, StreamChoice choice, PictureView view) -> {
                fields.put(TYPE, "camera");
                fields.put(CAMERA_ID, camera.value());
                fields.put("role", choice.name().toLowerCase(Locale.ROOT));
                if (view.fit() != PictureView.Fit.USUAL) {
                    fields.put("fit", view.fit().name().toLowerCase(Locale.ROOT));
                }
                if (view.quarters() != 0) {
                    fields.put("turn", QUARTER * view.quarters());
                }
            }
            case Carousel(List<Carousel.Stop> stops) -> {
                fields.put(TYPE, "playlist");
                fields.put("items", stops.stream().map(ContractContent::turn).toList());
            }
            case CellContent.Hotspot hotspot -> fields.put(TYPE, "hotspot");
            case CellContent.Unknown(String type, String text) -> {
                Optional<Object> whole = parse.apply(text);
                if (whole.isPresent()) {
                    return whole.get();
                }
                // Then its kind is what is known of it.
                fields.put(TYPE, type);
            }
        }
        return fields;
    }

    private static Map<String, Object> turn(Carousel.Stop stop) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(CAMERA_ID, stop.camera().value());
        fields.put(SECONDS, stop.seconds());
        return fields;
    }

    /**
     * What that is; what is no map is nothing.
     *
     * @param asItCame the same as text, which is kept where this version cannot show it
     */
    public static CellContent read(@Nullable Object tree, Supplier<String> asItCame) {
        if (!(tree instanceof Map<?, ?> fields)) {
            return CellContent.EMPTY;
        }
        String type = text(fields, TYPE);
        Optional<CellContent> known = switch (type) {
            case "empty" -> Optional.of(CellContent.EMPTY);
            case "hotspot" -> Optional.of(CellContent.HOTSPOT);
            case "camera" ->
                id(fields).map(camera -> new CellContent.OfCamera(camera, choice(text(fields, "role")), view(fields)));
            case "playlist" -> carousel(fields.get("items"));
            default -> Optional.empty();
        };
        return known.orElseGet(() -> new CellContent.Unknown(type, asItCame.get()));
    }

    private static String text(Map<?, ?> fields, String name) {
        return fields.get(name) instanceof String text ? text : "";
    }

    private static Optional<CameraId> id(Map<?, ?> fields) {
        String id = text(fields, CAMERA_ID);
        return id.isBlank() || id.length() > LONGEST_ID ? Optional.empty() : Optional.of(new CameraId(id));
    }

    /** Empty where it is none that can be shown here, to the last turn. */
    private static Optional<CellContent> carousel(@Nullable Object items) {
        List<Carousel.Stop> stops = new ArrayList<>();
        for (Object item : items instanceof List<?> list ? list : List.of()) {
            Map<?, ?> turn = item instanceof Map<?, ?> fields ? fields : Map.of();
            Optional<CameraId> camera = id(turn);
            int seconds = turn.containsKey(SECONDS) ? whole(turn.get(SECONDS)) : Carousel.USUAL_SECONDS;
            if (camera.isEmpty() || seconds < 1 || seconds > LONGEST_TURN) {
                return Optional.empty();
            }
            stops.add(new Carousel.Stop(camera.get(), seconds));
        }
        return stops.isEmpty() || stops.size() > Carousel.MOST ? Optional.empty() : Optional.of(new Carousel(stops));
    }

    /** 0 where it is no whole number. */
    private static int whole(@Nullable Object number) {
        return number instanceof Integer whole ? whole : 0;
    }

    private static PictureView view(Map<?, ?> fields) {
        PictureView.Fit fit = switch (text(fields, "fit")) {
            case "whole" -> PictureView.Fit.WHOLE;
            case "fill" -> PictureView.Fit.FILL;
            default -> PictureView.Fit.USUAL;
        };
        return new PictureView(fit, Math.floorMod(whole(fields.get("turn")), 4 * QUARTER) / QUARTER);
    }

    private static StreamChoice choice(String word) {
        return switch (word) {
            case "main" -> StreamChoice.MAIN;
            case "sub" -> StreamChoice.SUB;
            default -> StreamChoice.AUTO;
        };
    }

    /** For whom a layout is. */
    public static String scope(Layout.Scope scope) {
        return switch (scope) {
            case PRIVATE -> "private";
            case ROLE -> "role";
            case CITY -> "global";
        };
    }

    /** For whom it is; nobody said: whoever made it, and in words of a later version: everybody. */
    public static Layout.Scope scope(@Nullable String word) {
        return switch (word == null ? "private" : word) {
            case "private" -> Layout.Scope.PRIVATE;
            case "role" -> Layout.Scope.ROLE;
            default -> Layout.Scope.CITY;
        };
    }
}
