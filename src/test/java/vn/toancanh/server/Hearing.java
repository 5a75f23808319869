package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A desk that listens to one channel, past hello. */
final class Hearing implements AutoCloseable {
    /** An event as it came. */
    record Event(String name, JsonNode data) {}

    private final BufferedReader in;
    private final Contract contract;

    Hearing(Desk desk, Contract contract, String channel) throws IOException, InterruptedException {
        this.contract = contract;
        HttpResponse<InputStream> response = desk.http()
                .send(
                        desk.request("/events/stream?channels=" + channel).GET().build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        this.in = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
        assertThat(next().name()).isEqualTo("hello");
    }

    /** Waits for the next event, which must be of that name and fit that schema. */
    JsonNode event(String name, String schema) throws IOException {
        Event event = next();
        assertThat(event.name()).as(event.toString()).isEqualTo(name);
        assertThat(contract.validate(
                        "#/components/schemas/" + schema, event.data().toString()))
                .isEmpty();
        return event.data();
    }

    private Event next() throws IOException {
        String name = "";
        String data = "{}";
        String line;
        while ((line = in.readLine()) != null) {
            if (line.isEmpty() && !name.isEmpty() && !name.equals("here")) {
                return new Event(name, JsonMapper.shared().readTree(data));
            }
            name = line.startsWith("event: ") ? line.substring(7) : name;
            data = line.startsWith("data: ") ? line.substring(6) : data;
        }
        throw new IOException("the stream ended");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
