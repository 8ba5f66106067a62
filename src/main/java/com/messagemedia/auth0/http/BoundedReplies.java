package com.messagemedia.auth0.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;

/** Ends a reply that is larger than any honest one, counted after decompression. */
final class BoundedReplies implements Interceptor {

    static final long MOST_BYTES = 8L * 1024 * 1024;

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        ResponseBody body = response.body();
        Source bounded = new BoundedSource(body.source());
        return response.newBuilder()
                .body(ResponseBody.create(Okio.buffer(bounded), body.contentType(), body.contentLength()))
                .build();
    }

    private static final class BoundedSource extends ForwardingSource {

        private long count;

        BoundedSource(Source source) {
            super(source);
        }

        @Override
        public long read(Buffer sink, long byteCount) throws IOException {
            long read = part(sink, byteCount);
            count += Math.max(0, read);
            if (count > MOST_BYTES) {
                throw new ReplyTooLargeException();
            }
            return read;
        }

        private long part(Buffer sink, long byteCount) throws IOException {
            try {
                return super.read(sink, byteCount);
            } catch (IOException e) {
                throw new LostReplyException(e);
            }
        }
    }
}
