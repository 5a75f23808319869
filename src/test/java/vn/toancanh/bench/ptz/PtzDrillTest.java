package vn.toancanh.bench.ptz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.base.Clock;
import vn.toancanh.bench.Arguments;
import vn.toancanh.bench.Ground;
import vn.toancanh.simulator.head.HeadFault;

/** A small drill with processes of its own: it goes well, and it fails where heads only say that they stop. */
@Tag("slow")
@Timeout(300)
class PtzDrillTest {
    private static final String SEQUENCES = "16";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int status;

    @TempDir
    private Path cache;

    private JsonNode drill(PtzDrill drill) throws Exception {
        Ground ground = new Ground(
                cache,
                Clock.SYSTEM,
                words -> words,
                words -> words,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(OutputStream.nullOutputStream()));
        status = drill.run(ground, Arguments.parse(List.of("--sequences", SEQUENCES, "--seed", "4"), drill.options()));
        return new JsonMapper().readTree(out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void whateverGoesWrongHeadsStand() throws Exception {
        JsonNode said = drill(new PtzDrill());
        assertThat(said.path("sequences").asInt()).isEqualTo(16);
        assertThat(said.path("moved").asInt()).isGreaterThan(11);
        assertThat(said.path("endedMoving").asInt()).as(said.toString()).isZero();
        assertThat(said.path("unsaid").asInt()).as(said.toString()).isZero();
        assertThat(said.path("standsMsMax").asInt()).isPositive();
    }

    /** They go on for ever where nobody stops them, and nobody does. */
    @Test
    void headsThatSwallowStopsAreFound() throws Exception {
        JsonNode said = drill(new PtzDrill(Set.of(HeadFault.FALSE_STOP, HeadFault.RUNAWAY)));
        assertThat(said.path("endedMoving").asInt()).as(said.toString()).isGreaterThan(11);
        assertThat(said.path("missed").toString()).contains("endedMoving");
        assertThat(status).isEqualTo(1);
    }
}
