package vn.toancanh.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.base.Clock;

/**
 * What the client says of itself at one moment: the report behind {@code ./wall status --json}, read from its socket.
 *
 * @param nanos when the report had come, {@code Clock.nanos()}
 * @param stallMs how long its painting thread was held up at most, of late
 */
public record ClientStatus(long nanos, long stallMs, List<Tile> tiles, List<Worker> workers) {
    /**
     * One tile.
     *
     * @param number of the tile in its window, from 1
     * @param state the word for its phase, such as {@code LIVE}
     * @param live whether it counts as live
     * @param why the reasons that it gives, by their text keys
     */
    public record Tile(int number, int camera, String state, boolean live, WallProbe.Spot spot, List<String> why) {
        public Tile {
            why = List.copyOf(why);
        }
    }

    /** One decoder process. */
    public record Worker(long pid, int streams) {}

    /** What a tile says that shows what is now. */
    public static final String LIVE = "LIVE";

    private static final JsonMapper JSON = new JsonMapper();

    public ClientStatus {
        tiles = List.copyOf(tiles);
        workers = List.copyOf(workers);
    }

    /** Asks the client; empty where nobody answers. Waits for the answer, three seconds at most. */
    static Optional<ClientStatus> ask(Path socket, Clock clock) {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            ByteBuffer buffer = ByteBuffer.allocate(16_384);
            while (channel.read(buffer) >= 0) {
                all.write(buffer.array(), 0, buffer.position());
                buffer.clear();
            }
            return all.size() == 0
                    ? Optional.empty()
                    : Optional.of(of(JSON.readTree(all.toByteArray()), clock.nanos()));
        } catch (IOException | JacksonException nobody) {
            return Optional.empty();
        }
    }

    static ClientStatus of(JsonNode report, long nanos) {
        List<Tile> tiles = new ArrayList<>();
        for (JsonNode tile : report.path("tiles")) {
            List<String> why = new ArrayList<>();
            tile.path("why").forEach(reason -> why.add(reason.path("key").asString()));
            int camera = tile.path("camera").asInt();
            tiles.add(new Tile(
                    tile.path("number").asInt(),
                    camera,
                    tile.path("state").asString(),
                    tile.path("live").asBoolean(),
                    new WallProbe.Spot(
                            camera,
                            tile.path("x").asInt(),
                            tile.path("y").asInt(),
                            tile.path("width").asInt(),
                            tile.path("height").asInt()),
                    why));
        }
        List<Worker> workers = new ArrayList<>();
        for (JsonNode worker : report.path("workers")) {
            workers.add(new Worker(
                    worker.path("pid").asLong(), worker.path("streams").asInt()));
        }
        return new ClientStatus(nanos, report.path("stallMs").asLong(), tiles, workers);
    }
}
