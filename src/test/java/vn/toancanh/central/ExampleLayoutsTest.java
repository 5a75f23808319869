package vn.toancanh.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.access.SignInOutcome;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Cell;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Layout;
import vn.toancanh.model.StreamChoice;
import vn.toancanh.server.ServerFixture;

/** The examples from their files through the server into the client. */
@Tag("slow")
class ExampleLayoutsTest {
    @TempDir
    Path data;

    @TempDir
    Path files;

    @Test
    void theClientFindsThemByName() throws IOException {
        Files.writeString(files.resolve("la.json"), """
                {"name":"Có ô lạ","grid":{"columns":2,"rows":1},"cells":[
                {"x":0,"y":0,"w":1,"h":1,"content":{"type":"camera","number":999}},
                {"x":1,"y":0,"w":1,"h":1,"content":{"type":"camera","number":1201,"role":"main"}}]}""");
        try (ServerFixture fixture = ServerFixture.start(data);
                Desk desk = new Desk()) {
            fixture.server
                    .inventory()
                    .merge(List.of(ServerFixture.CITY, ServerFixture.WARD), ServerFixture.cameras(1201, 40));
            var shipped = fixture.server.layouts().publish(Path.of("layouts"), "operator");
            assertThat(shipped.faults()).isEmpty();
            assertThat(fixture.server.layouts().publish(files, "operator").faults())
                    .hasSize(1);
            URI address = fixture.server.baseUri();
            assertThat(desk.signIn(address, "operator", ServerFixture.PASSWORD))
                    .isInstanceOf(SignInOutcome.SignedIn.class);

            Layout all = find(desk, "toàn thành phố");
            assertThat(all.cells())
                    .extracting(Cell::content)
                    .containsExactlyElementsOf(IntStream.rangeClosed(1201, 1236)
                            .mapToObj(number -> camera("c-" + number, StreamChoice.AUTO))
                            .toList());
            assertThat(find(desk, "Quanh Hồ Hoàn Kiếm").cells()).hasSize(9);
            assertThat(find(desk, "Cửa ngõ thành phố").cells()).hasSize(16);
            Layout large = find(desk, "Trọng điểm Tràng Tiền");
            assertThat(large.cells()).hasSize(6);
            assertThat(large.cells().getFirst()).isEqualTo(new Cell(0, 0, 2, 2, camera("c-1201", StreamChoice.AUTO)));

            assertThat(find(desk, "Trực đêm luân phiên").cells().getLast().content())
                    .isEqualTo(CellContent.Carousel.of(
                            List.of(new CameraId("c-1232"), new CameraId("c-1234"), new CameraId("c-1210")), 5));

            // the stranger keeps its tile, of a camera that is in no list
            assertThat(find(desk, "Có ô lạ").cells())
                    .extracting(Cell::content)
                    .containsExactly(camera("#999", StreamChoice.AUTO), camera("c-1201", StreamChoice.MAIN));
        }
    }

    private static CellContent camera(String id, StreamChoice choice) {
        return new CellContent.OfCamera(new CameraId(id), choice);
    }

    private static Layout find(Desk desk, String name) {
        return Desk.value(desk.<Outcome<Optional<Layout>>>ask(
                        answer -> desk.client.layouts().find(name, answer)))
                .orElseThrow();
    }
}
