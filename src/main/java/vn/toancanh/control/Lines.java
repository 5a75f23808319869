package vn.toancanh.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonFactory;
import vn.toancanh.base.Handle;

/** A socket that carries one JSON object a line. One reader thread; writers from any thread. */
public final class Lines implements Handle {
    private final JsonFactory json = new JsonFactory();
    private final SocketChannel channel;
    private final BufferedReader reader;
    private final OutputStream out;

    public Lines(SocketChannel channel) {
        this.channel = channel;
        reader = new BufferedReader(new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8));
        out = Channels.newOutputStream(channel);
    }

    /**
     * The client's next order; null at the end.
     *
     * @throws IOException if the socket fails or the line is no order
     */
    public @Nullable Order readOrder() throws IOException {
        String line = reader.readLine();
        return line == null ? null : Orders.order(Fields.read(json, line));
    }

    /**
     * The worker's next word; null at the end.
     *
     * @throws IOException if the socket fails or the line is no word
     */
    public @Nullable Word readWord() throws IOException {
        String line = reader.readLine();
        return line == null ? null : Words.word(Fields.read(json, line));
    }

    /**
     * Sends an order; waits while the worker does not read.
     *
     * @throws IOException if the socket fails
     */
    public void write(Order order) throws IOException {
        send(Orders.fields(order));
    }

    /**
     * Sends a word; waits while the client does not read.
     *
     * @throws IOException if the socket fails
     */
    public void write(Word word) throws IOException {
        send(Words.fields(word));
    }

    private void send(Fields fields) throws IOException {
        byte[] line = fields.line(json);
        synchronized (out) {
            out.write(line);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException ignored) {
            // Whatever it was, the channel is of no more use.
        }
    }
}
