package vn.toancanh.layouts;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The schema that editors use and the reader say the same of a file, but for what a schema cannot say. */
class LayoutSchemaTest {
    /** A schema does not know which shape has how many tiles, nor where tiles lie. */
    private static final Set<String> BEYOND =
            Set.of("layouts.overlap", "layouts.outside", "layouts.gap", "layouts.tile", "layouts.screenTwice");

    private final Schema schema = schema();

    private static Schema schema() {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(Path.of("layouts/layout.schema.json")), InputFormat.JSON);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private boolean fits(String text) throws Unreadable {
        return schema.validate(Nodes.read(text).json(), InputFormat.JSON).isEmpty();
    }

    private void same(String text) throws Unreadable {
        LayoutReader.Read read = LayoutReader.read(text);
        boolean beyond = read.faults().stream().map(Fault::textKey).allMatch(BEYOND::contains);
        assertThat(fits(text)).as(text + "\n" + read.faults()).isEqualTo(beyond);
    }

    @Test
    void whatIsWrittenFits() throws Unreadable {
        for (long seed = 0; seed < 300; seed++) {
            same(LayoutWriter.write(new RandomWalls(new SplittableRandom(seed)).any()));
        }
    }

    @Test
    void theShippedFilesFit() throws IOException, Unreadable {
        try (Stream<Path> files = Files.list(Path.of("layouts"))) {
            for (Path file : files.filter(file -> file.toString().matches(".*(?<!\\.schema)\\.(yaml|json)"))
                    .toList()) {
                same(Files.readString(file));
                assertThat(fits(Files.readString(file))).as(file.toString()).isTrue();
            }
        }
    }

    @Test
    void theyAgreeOnWhatIsWrong() throws Unreadable {
        String shape = "name: a\nshape: 2x2\n";
        String grid = "name: a\ngrid: {columns: 2, rows: 2}\n";
        for (String text : List.of(
                "{}",
                "name: a",
                "name: ''\nshape: 2x2",
                "name: a\nshape: 3+3",
                "name: a\nshape: 48x48",
                "name: a\nshape: 49x1",
                "name: a\nshape: 0x1",
                "format: 1\n" + shape,
                "format: 2\n" + shape,
                "format: '1'\n" + shape,
                "scope: all\n" + shape,
                "colour: red\n" + shape,
                shape + "grid: {columns: 1, rows: 1}",
                shape + "tiles:",
                shape + "tiles: []",
                shape + "tiles: {1: }",
                shape + "tiles: {1: {}}",
                shape + "tiles: {1: [1]}",
                shape + "tiles: {1: 0}",
                shape + "tiles: {1: ' '}",
                shape + "tiles: {1: {camera: 1, role: big}}",
                shape + "tiles: {1: {role: main}}",
                shape + "tiles: {1: {camera: 1, turn: 45}}",
                shape + "tiles: {1: {camera: 1, turn: '90'}}",
                shape + "tiles: {1: {camera: 1, fit: whole, turn: 270}}",
                shape + "tiles: {1: {camera: 1, carousel: [1]}}",
                shape + "tiles: {1: {carousel: []}}",
                shape + "tiles: {1: {carousel: [1, {camera: 2, seconds: 3600}]}}",
                shape + "tiles: {1: {carousel: [{camera: 2, seconds: 0}]}}",
                shape + "tiles: {1: {carousel: [{seconds: 2}]}}",
                shape + "tiles: {1: {hotspot: true}}",
                shape + "tiles: {1: {hotspot: yes}}",
                shape + "tiles: {1: {hotspot: true, camera: 1}}",
                shape + "tiles: {1: {content: {type: hotspot}}}",
                shape + "tiles: {1: {content: {type: hotspot, more: 1}}}",
                shape + "tiles: {1: {x: 0, y: 0}}",
                shape + "tiles: {1: {content: {type: map, any: [1]}}}",
                shape + "tiles: {1: {content: {any: 1}}}",
                shape + "tiles: {1: {content: {type: camera}}}",
                shape + "tiles: {1: {content: {type: camera, number: 7}}}",
                shape + "tiles: {1: {content: {type: camera, number: '7'}}}",
                shape + "tiles: {1: {content: {type: camera, cameraId: c, colour: red}}}",
                shape + "tiles: {1: {content: {type: playlist, items: []}}}",
                shape + "tiles: {1: {content: {type: playlist, items: [{cameraId: c}]}}}",
                shape + "cells: []",
                grid,
                grid + "tiles: {1: {x: 0, y: 0, camera: 1}}",
                grid + "tiles: {1: {x: 0, camera: 1}}",
                grid + "tiles: {1: 1201}",
                grid + "tiles: {1: {x: 0, y: 0, z: 1}}",
                grid + "tiles: {1: {x: 48, y: 0}}",
                grid + "cells: [{x: 0, y: 0, content: {type: empty}}]",
                grid + "cells: [{x: 0, y: 0}]",
                grid + "cells: [{x: 0, y: 0, content: {type: empty}, camera: 1}]",
                grid + "id: l-1\nown: true\ncells: []",
                grid + "id: l-1",
                "name: a\ngrid: {columns: 0, rows: 2}",
                "name: a\ngrid: {columns: 1, rows: 2, more: 1}",
                "name: a\nscreens: []",
                "name: a\nscreens: [{number: 1, shape: 1x1}]",
                "name: a\nscreens: [{number: 1, shape: 1x1}]\nshape: 1x1",
                "name: a\nscreens: [{shape: 1x1}]",
                "name: a\nscreens: [{number: 65, shape: 1x1}]",
                "name: a\nscreens: [{number: 1, shape: 1x1, name: b}]",
                "name: a\nscreens: [{number: 1, grid: {columns: 1, rows: 1}, tiles: {1: {x: 0, y: 0}}}]",
                "name: a\nscreens: [1]")) {
            same(text);
        }
    }
}
