def launcher = evaluate(new File(support, 'launcher.groovy'))
def (refused, open) = (1..2).collect { new DatagramSocket(0, InetAddress.getByName('127.0.0.1')) }
refused.soTimeout = 10
open.soTimeout = 10_000
def rules = new File(basedir, 'rules.txt')
rules.text = "drop udp port ${refused.localPort} from 127.0.0.0/8\npass udp from 127.0.0.1/32\n"
boolean dropped
launcher.example(['lo', rules.path], {
    def packet = new DatagramPacket(new byte[20], 20)
    [refused, open].each { open.send(new DatagramPacket(packet.data, 20, it.localSocketAddress)) }
    open.receive(packet)
    try { refused.receive(packet); dropped = false } catch (SocketTimeoutException e) { dropped = true }
}, [/[1-9]\d*  drop udp port ${refused.localPort}/, /[1-9]\d*  pass udp/])
assert dropped || System.getProperty('user.name') != 'root'
