package vn.toancanh.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.base.Handle;

/** A socket that carries one JSON object a line. One reader thread; writers from any thread. */
public final class Lines implements Handle {
    private static final int LONGEST = 1 << 20;

    private final JsonMapper mapper = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final SocketChannel channel;
    private final BufferedReader reader;
    private final OutputStream out;

    public Lines(SocketChannel channel) {
        this.channel = channel;
        reader = new BufferedReader(new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8));
        out = Channels.newOutputStream(channel);
    }

    /**
     * The next line as a {@code type}; null at the end.
     *
     * @throws IOException if the socket fails or the line is no such thing
     */
    public <T> @Nullable T read(Class<T> type) throws IOException {
        String line = reader.readLine();
        if (line == null) {
            return null;
        }
        if (line.length() > LONGEST) {
            throw new IOException("a control line of " + line.length() + " characters");
        }
        try {
            return mapper.readValue(line, type);
        } catch (JacksonException bad) {
            // Its message would quote the line, which may hold a password.
            throw new IOException("a control line that cannot be read as " + type.getSimpleName());
        }
    }

    /**
     * Sends one line; waits while the other side does not read.
     *
     * @throws IOException if the socket fails
     */
    public void write(Object message) throws IOException {
        byte[] json = mapper.writeValueAsBytes(message);
        byte[] line = java.util.Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        synchronized (out) {
            out.write(line);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException gone) {
            // Whatever it was, the channel is of no more use.
            return;
        }
    }
}
