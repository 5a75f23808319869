package vn.toancanh.server.layouts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.toancanh.layouts.CameraNumbers;
import vn.toancanh.layouts.LayoutReader;
import vn.toancanh.layouts.WallText;
import vn.toancanh.model.CameraId;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.FieldError;

/**
 * The layouts that lie as files in a folder: texts ({@code .yaml}), and the contract's drafts ({@code .json}), in which a camera may
 * also be named by the operators' number. One file that is wrong takes nothing from the others, and stays as it is.
 */
final class LayoutFolder {
    private static final Logger LOG = LoggerFactory.getLogger(LayoutFolder.class);
    private static final long LARGEST = 1 << 20;
    /** So many cameras that are not there are named; a longer line is read by nobody. */
    private static final int MOST_NAMED = 8;

    private static final String CELLS = "/cells/";

    private final ObjectMapper mapper;
    private final CameraNames cameras;
    private final List<LayoutFile> layouts = new ArrayList<>();
    private final List<LayoutFault> faults = new ArrayList<>();

    LayoutFolder(ObjectMapper mapper, CameraNames cameras) {
        this.mapper = mapper;
        this.cameras = cameras;
    }

    /** Reads all files of a folder, by name; a folder that is not there has none. */
    LayoutFolder read(Path folder) {
        if (!Files.isDirectory(folder)) {
            LOG.info("no layouts at {}", folder);
            return this;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.sorted().toList().forEach(this::readAny);
        } catch (IOException | UncheckedIOException unreadable) {
            LOG.warn("layouts", unreadable);
            faults.add(LayoutFault.of("server.layoutUnreadable", folder.toString()));
        }
        return this;
    }

    /** Those that can be used. */
    List<LayoutFile> layouts() {
        return layouts;
    }

    List<LayoutFault> faults() {
        return faults;
    }

    private void readAny(Path path) {
        String file = path.getFileName().toString();
        if (file.endsWith(".yaml") || file.endsWith(".yml")) {
            readText(path);
        } else if (file.endsWith(".json") && !file.endsWith(".schema.json")) {
            readFile(path);
        }
    }

    private void readText(Path path) {
        String file = path.getFileName().toString();
        LayoutReader.Read read = LayoutReader.read(path);
        read.faults().stream().map(fault -> LayoutFault.inside(file, fault)).forEach(faults::add);
        read.text().ifPresent(text -> {
            WallText known =
                    CameraNumbers.known(text, number -> cameras.id(number).map(CameraId::new));
            Set<String> strangers = new LinkedHashSet<>();
            for (CameraId camera : CameraNumbers.of(known)) {
                if (!cameras.has(camera.value())) {
                    OptionalInt number = CameraNumbers.number(camera);
                    strangers.add(number.isPresent() ? Integer.toString(number.getAsInt()) : camera.value());
                }
            }
            tell(file, strangers);
            new TextLayouts(mapper).files(file, known).forEach(this::add);
        });
    }

    private void readFile(Path path) {
        String file = path.getFileName().toString();
        try {
            // A pipe of that name would be waited for without end.
            if (!Files.isRegularFile(path) || Files.size(path) > LARGEST) {
                throw new IOException("no file, or larger than " + LARGEST + " bytes");
            }
            @Nullable LayoutDraft draft = mapper.readValue(Files.readAllBytes(path), LayoutDraft.class);
            if (draft == null) {
                throw ApiProblem.badField("", "type", "an object is needed");
            }
            add(new LayoutFile(file, named(file, draft.checkFile())));
        } catch (ApiProblem wrong) {
            faults.add(fault(file, wrong.errors().getFirst()));
        } catch (StreamReadException broken) {
            faults.add(LayoutFault.of("server.layoutBroken", file, line(broken)));
        } catch (DatabindException otherType) {
            faults.add(LayoutFault.of("server.layoutField", file, place(otherType)));
        } catch (IOException | JacksonException unreadable) {
            LOG.warn("layout {}", file, unreadable);
            faults.add(LayoutFault.of("server.layoutUnreadable", file));
        }
    }

    /** What was withheld from whoever wrote a file, nobody here can tell. */
    private void add(LayoutFile file) {
        List<LayoutBody.Cell> cells = file.layout().cells();
        for (int i = 0; i < cells.size(); i++) {
            if (LayoutSight.isWithheld(cells.get(i).content())) {
                faults.add(LayoutFault.of("server.layoutWithheld", file.file(), Integer.toString(i + 1)));
                return;
            }
        }
        layouts.add(file);
    }

    /** The same with every number changed into the id of its camera. */
    private LayoutDraft.Checked named(String file, LayoutDraft.Checked draft) {
        Set<String> strangers = new LinkedHashSet<>();
        List<LayoutBody.Cell> cells = new ArrayList<>();
        for (LayoutBody.Cell cell : draft.cells()) {
            JsonNode content = switch (cell.content().path("type").asString("")) {
                case "camera" -> content(CELLS + cells.size(), cell.content(), strangers);
                case "playlist" -> playlist(CELLS + cells.size(), cell.content(), strangers);
                default -> cell.content();
            };
            cells.add(new LayoutBody.Cell(cell.x(), cell.y(), cell.w(), cell.h(), content));
        }
        tell(file, strangers);
        return new LayoutDraft.Checked(draft.name(), draft.scope(), draft.columns(), draft.rows(), cells);
    }

    private void tell(String file, Set<String> strangers) {
        if (!strangers.isEmpty()) {
            String some = strangers.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
            faults.add(
                    LayoutFault.of("server.layoutNoCamera", file, strangers.size() > MOST_NAMED ? some + ", …" : some));
        }
    }

    private JsonNode playlist(String place, JsonNode content, Set<String> strangers) {
        ObjectNode made = mapper.createObjectNode().put("type", "playlist");
        ArrayNode items = made.putArray("items");
        for (JsonNode item : content.path("items")) {
            ObjectNode turn = items.addObject().put("cameraId", id(place, item, strangers));
            if (item.path("seconds").isInt()) {
                turn.put("seconds", item.path("seconds").intValue());
            }
        }
        return made;
    }

    private String id(String place, JsonNode content, Set<String> strangers) {
        JsonNode number = content.path("number");
        String id = content.path("cameraId").asString("");
        if (number.isInt()) {
            // a tile of a camera that is in no list shows this in place of a name
            id = cameras.id(number.intValue()).orElse("#" + number.intValue());
        } else if (id.isBlank() || id.length() > 64) {
            throw ApiProblem.badField(place, "required", "number or cameraId");
        }
        if (!cameras.has(id)) {
            strangers.add(number.isInt() ? number.asString() : id);
        }
        return id;
    }

    private JsonNode content(String place, JsonNode content, Set<String> strangers) {
        ObjectNode made = mapper.createObjectNode();
        made.put("type", "camera")
                .put("cameraId", id(place, content, strangers))
                .put("role", content.path("role").asString("auto"));
        for (String how : List.of("fit", "turn")) {
            if (content.has(how)) {
                made.set(how, content.path(how));
            }
        }
        return made;
    }

    private static LayoutFault fault(String file, FieldError error) {
        if (!error.pointer().startsWith(CELLS)) {
            return LayoutFault.of("server.layoutField", file, error.pointer());
        }
        String tile = Integer.toString(Integer.parseInt(error.pointer().substring(CELLS.length())) + 1);
        return switch (error.code()) {
            case "overlap" -> LayoutFault.of("server.layoutOverlap", file, tile);
            case "range" -> LayoutFault.of("server.layoutOutside", file, tile);
            default -> LayoutFault.of("server.layoutCell", file, tile);
        };
    }

    private static String line(StreamReadException broken) {
        var where = broken.getLocation();
        return where == null ? "?" : Integer.toString(where.getLineNr());
    }

    private static String place(DatabindException wrong) {
        StringBuilder text = new StringBuilder();
        for (JacksonException.Reference step : wrong.getPath()) {
            String name = step.getPropertyName();
            text.append('/').append(name == null ? String.valueOf(step.getIndex()) : name);
        }
        return text.isEmpty() ? "/" : text.toString();
    }
}
