package vn.toancanh.live;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.model.Effort;
import vn.toancanh.model.PixelSize;

/** Players that do what a test says. */
final class FakePlayers implements Players {
    final class One implements Player {
        final PlayRequest request;
        final Listener listener;
        FakePictures pictures = new FakePictures(clock);

        @Nullable
        PixelSize size;

        Effort effort = Effort.FULL;
        boolean closed;

        One(PlayRequest request, Listener listener) {
            this.request = request;
            this.listener = listener;
            this.size = request.size();
        }

        void fail(Failure.Kind kind) {
            listener.failed(Failure.of(kind, "told so"));
        }

        @Override
        public FakePictures pictures() {
            return pictures;
        }

        @Override
        public void resize(PixelSize wanted) {
            size = wanted;
            pictures.beginAnew();
        }

        @Override
        public void ease(Effort wanted) {
            effort = wanted;
        }

        @Override
        public void rest() {
            size = null;
            pictures = new FakePictures(clock);
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    final List<One> opened = new ArrayList<>();
    private final Clock clock;

    FakePlayers(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Player open(PlayRequest request, Player.Listener listener) {
        One one = new One(request, listener);
        opened.add(one);
        return one;
    }

    One last() {
        return opened.getLast();
    }

    List<One> open() {
        return opened.stream().filter(one -> !one.closed).toList();
    }

    /** Those that make pictures. */
    List<One> playing() {
        return open().stream().filter(one -> one.size != null).toList();
    }
}
