package org.kennelcache.backend.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.KeyManagementException;
import java.security.SecureRandom;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/**
 * A context whose sockets and engines start out with some cipher suites only, for libraries that take nothing but a
 * context.
 */
final class CipherLimit extends SSLContext {

    CipherLimit(SSLContext context, String[] ciphers) {
        super(new Limited(context, ciphers), context.getProvider(), context.getProtocol());
    }

    private static final class Limited extends SSLContextSpi {

        private final SSLContext context;
        private final String[] ciphers;

        Limited(SSLContext context, String[] ciphers) {
            this.context = context;
            this.ciphers = ciphers.clone();
        }

        @Override
        protected void engineInit(KeyManager[] keys, TrustManager[] trust, SecureRandom random)
                throws KeyManagementException {
            throw new KeyManagementException("the context is initialised already");
        }

        @Override
        protected SSLSocketFactory engineGetSocketFactory() {
            return new Sockets(context.getSocketFactory(), ciphers);
        }

        @Override
        protected SSLServerSocketFactory engineGetServerSocketFactory() {
            throw new UnsupportedOperationException("the context is for clients");
        }

        @Override
        protected SSLEngine engineCreateSSLEngine() {
            return limited(context.createSSLEngine());
        }

        @Override
        protected SSLEngine engineCreateSSLEngine(String host, int port) {
            return limited(context.createSSLEngine(host, port));
        }

        @Override
        protected SSLSessionContext engineGetServerSessionContext() {
            return context.getServerSessionContext();
        }

        @Override
        protected SSLSessionContext engineGetClientSessionContext() {
            return context.getClientSessionContext();
        }

        private SSLEngine limited(SSLEngine engine) {
            engine.setEnabledCipherSuites(ciphers);
            return engine;
        }
    }

    private static final class Sockets extends SSLSocketFactory {

        private final SSLSocketFactory sockets;
        private final String[] ciphers;

        Sockets(SSLSocketFactory sockets, String[] ciphers) {
            this.sockets = sockets;
            this.ciphers = ciphers;
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return ciphers.clone();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return sockets.getSupportedCipherSuites();
        }

        @Override
        public Socket createSocket() throws IOException {
            return limited(sockets.createSocket());
        }

        @Override
        public Socket createSocket(Socket plain, String host, int port, boolean autoClose) throws IOException {
            return limited(sockets.createSocket(plain, host, port, autoClose));
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return limited(sockets.createSocket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return limited(sockets.createSocket(host, port, local, localPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return limited(sockets.createSocket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return limited(sockets.createSocket(host, port, local, localPort));
        }

        private Socket limited(Socket socket) {
            ((SSLSocket) socket).setEnabledCipherSuites(ciphers);
            return socket;
        }
    }
}
