def launcher = evaluate(new File(support, 'launcher.groovy'))
new ServerSocket(0, 50, InetAddress.getByName('127.0.0.1')).withCloseable { server ->
    launcher.example([], { new Socket('127.0.0.1', server.localPort).close() }, [
        "\\d+\\.\\d 127\\.0\\.0\\.1:${server.localPort}"
    ])
}
