package vn.toancanh.rtsp.message;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A request or an answer. */
public sealed interface RtspMessage permits RtspRequest, RtspResponse {
    byte[] NO_BODY = {};

    Headers headers();

    /** The body, empty where there is none; {@code Content-Length} is written and read by the codec. */
    byte[] body();

    /** The first line, without its end. */
    String startLine();

    /** As it goes onto the wire. */
    default byte[] encode() {
        StringBuilder head = new StringBuilder(256).append(startLine()).append("\r\n");
        headers().appendTo(head);
        if (body().length > 0 && headers().first("Content-Length").isEmpty()) {
            head.append("Content-Length: ").append(body().length).append("\r\n");
        }
        head.append("\r\n");
        ByteArrayOutputStream wire = new ByteArrayOutputStream(head.length() + body().length);
        wire.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
        wire.writeBytes(body());
        return wire.toByteArray();
    }

    /** The body as text. */
    default String text() {
        return new String(body(), StandardCharsets.UTF_8);
    }
}
