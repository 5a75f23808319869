package vn.toancanh.server.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Clock;

/**
 * Sends the answer, then reads away what a refusal left unread of the request's body. A connection that is closed with
 * bytes unread is reset, and the reset can overtake the answer: the caller would see a broken connection in place of the
 * reason (RFC 9112, 9.6).
 */
final class UnreadBody implements Filter {
    /** So much is read and thrown away, bytes; on who sends more, or by drops, the connection is closed. */
    private static final int MOST = 4 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(UnreadBody.class);
    private static final int STEP = 16 << 10;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain next)
            throws IOException, ServletException {
        try {
            next.doFilter(request, response);
        } finally {
            AnswerRoom.sent(request);
            CompressionRoom.isSent(request);
            BodyRoom.isDone(request);
        }
        if (hasBody(request) && request.getContentLengthLong() <= MOST && !request.isAsyncStarted()) {
            try {
                response.getOutputStream().close();
                readAway(new CappedStream(request.getInputStream(), MOST + STEP, Clock.SYSTEM));
            } catch (IOException gone) {
                LOG.debug("the caller went before its body ended");
            }
        }
    }

    /** RFC 9112, 6.3. Most requests have none, and whoever asks whether something has changed is not to cost a buffer. */
    private static boolean hasBody(ServletRequest request) {
        return request.getContentLengthLong() > 0
                || (request instanceof HttpServletRequest http && http.getHeader("Transfer-Encoding") != null);
    }

    private static void readAway(InputStream in) throws IOException {
        if (in.read() < 0) {
            // A route has read it all.
            return;
        }
        byte[] step = new byte[STEP];
        int left = MOST;
        int read = in.read(step);
        while (read >= 0 && left > 0) {
            left -= read;
            read = in.read(step);
        }
    }
}
